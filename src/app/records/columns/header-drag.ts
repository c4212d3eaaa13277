import type { DragEvent } from "react";
import type { Column } from "#contract/view/columns.ts";

/** A type of our own, so that a heading cannot be dropped into a text field as text. */
const TYPE = "application/x-callscope-column";

// While something is dragged over a page, its content may not be read: hence beside the event.
let dragged: Column | undefined;

type Side = "before" | "after";

function sideOf(event: DragEvent<HTMLElement>): Side {
  const { left, width } = event.currentTarget.getBoundingClientRect();
  return event.clientX < left + width / 2 ? "before" : "after";
}

/** The drop line is an attribute, set without drawing anything anew. */
function mark(cell: HTMLElement, side: Side | undefined) {
  if (side === undefined) delete cell.dataset["drop"];
  else cell.dataset["drop"] = side;
}

/** Handlers of a heading that can be dragged, and dropped beside others, by the browser's own means. */
export function headerDrag(
  column: Column,
  order: readonly Column[],
  onMove: (column: Column, before: Column | undefined) => void,
) {
  return {
    draggable: true,
    onDragStart(event: DragEvent<HTMLElement>) {
      dragged = column;
      event.dataTransfer.setData(TYPE, column);
      event.dataTransfer.effectAllowed = "move";
    },
    onDragOver(event: DragEvent<HTMLElement>) {
      if (dragged === undefined) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = "move";
      mark(event.currentTarget, dragged === column ? undefined : sideOf(event));
    },
    onDragLeave(event: DragEvent<HTMLElement>) {
      const { relatedTarget, currentTarget } = event;
      // Going on to the heading's own label is not leaving it.
      if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget)))
        mark(currentTarget, undefined);
    },
    onDrop(event: DragEvent<HTMLElement>) {
      if (dragged === undefined) return;
      event.preventDefault();
      mark(event.currentTarget, undefined);
      const before = sideOf(event) === "before" ? column : order[order.indexOf(column) + 1];
      // A heading that is pinned by the drop is drawn elsewhere, and never hears of the drag's end.
      const moved = dragged;
      dragged = undefined;
      if (moved !== column && before !== moved) onMove(moved, before);
    },
    onDragEnd() {
      dragged = undefined;
    },
  };
}

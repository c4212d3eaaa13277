import { useRef, useState, type PointerEvent, type RefObject } from "react";
import type { Column } from "#contract/view/columns.ts";

export interface Drag {
  readonly column: Column;
  /** The row it would come to stand before; undefined: after the last. */
  readonly before: Column | undefined;
}

/**
 * Dragging rows of a list by their handles, with mouse, pen or finger. `rows` are the columns in the
 * order they stand in `list`, each in an element with its name in `data-column`.
 */
export function useRowDrag(
  list: RefObject<HTMLElement | null>,
  rows: readonly Column[],
  onDrop: (drag: Drag) => void,
) {
  const [drag, setDrag] = useState<Drag>();
  const started = useRef(false);

  function targetAt(y: number): Column | undefined {
    return rows.find((column) => {
      const rect = rowElement(column)?.getBoundingClientRect();
      return rect !== undefined && y < rect.top + rect.height / 2;
    });
  }
  function rowElement(column: Column) {
    return list.current?.querySelector(`[data-column="${column}"]`);
  }

  const handleOf = (column: Column) => ({
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0) return;
      // Or the drag would select text on its way.
      event.preventDefault();
      event.currentTarget.setPointerCapture(event.pointerId);
      started.current = true;
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      if (!started.current) return;
      const before = targetAt(event.clientY);
      setDrag({ column, before });
      // Carries on beyond what is seen of a long list.
      const near = before ?? rows.at(-1);
      if (near !== undefined) rowElement(near)?.scrollIntoView({ block: "nearest" });
    },
    onPointerUp(event: PointerEvent<HTMLElement>) {
      if (started.current && drag !== undefined)
        onDrop({ column, before: targetAt(event.clientY) });
      started.current = false;
      setDrag(undefined);
    },
    onPointerCancel() {
      started.current = false;
      setDrag(undefined);
    },
  });
  return { drag, handleOf };
}

import { useRef, type PointerEvent } from "react";
import { limitWidth } from "#app/view/columns-preference.ts";
import classes from "./header.module.css";

interface ResizeHandleProps {
  /** Of the column now, px. */
  width: number;
  /** While the pointer moves, and once more when it has let go. */
  onResize: (px: number, phase: "dragging" | "done") => void;
  onFit: () => void;
}

/** The right edge of a heading. For the mouse alone: the heading has keys for the same. */
export function ResizeHandle({ width, onResize, onFit }: ResizeHandleProps) {
  const start = useRef<{ x: number; width: number; moved: boolean }>(undefined);
  const widthAt = (event: PointerEvent) => {
    const from = start.current;
    return from && limitWidth(from.width + event.clientX - from.x);
  };
  function onPointerMove(event: PointerEvent) {
    const from = start.current;
    const px = widthAt(event);
    // A hand that trembles during a double click does not resize.
    if (from === undefined || px === undefined) return;
    if (!from.moved && Math.abs(event.clientX - from.x) < 2) return;
    from.moved = true;
    onResize(px, "dragging");
  }
  function onPointerEnd(event: PointerEvent) {
    const px = start.current?.moved === true ? widthAt(event) : undefined;
    start.current = undefined;
    if (px !== undefined) onResize(px, "done");
  }
  return (
    <span
      aria-hidden
      className={classes["handle"]}
      // The heading around it is dragged to another place; a drag that begins here is not that one.
      draggable
      onDragStart={(event) => {
        event.preventDefault();
        event.stopPropagation();
      }}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { x: event.clientX, width, moved: false };
      }}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerEnd}
      onPointerCancel={onPointerEnd}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => {
        event.stopPropagation();
        onFit();
      }}
    />
  );
}

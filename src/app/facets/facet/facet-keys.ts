import type { KeyboardEvent } from "react";

/** Arrows go from checkbox to checkbox, past the buttons of each row. */
export function stepBetweenRows(event: KeyboardEvent<HTMLElement>): void {
  const isDown = event.key === "ArrowDown";
  if (!isDown && event.key !== "ArrowUp") return;
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const boxes = [...event.currentTarget.querySelectorAll<HTMLElement>("input:enabled")];
  const row = event.target instanceof Element ? event.target.closest("li") : null;
  const here = boxes.findIndex((box) => row?.contains(box));
  const next = here < 0 ? undefined : boxes[here + (isDown ? 1 : -1)];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

import type { KeyboardEvent } from "react";

/** Arrows go from checkbox to checkbox, past the buttons of each row; Home and End to the first and last. */
export function stepBetweenRows(event: KeyboardEvent<HTMLElement>): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const boxes = [...event.currentTarget.querySelectorAll<HTMLElement>("input:enabled")];
  const row = event.target instanceof Element ? event.target.closest("li") : null;
  const here = boxes.findIndex((box) => row?.contains(box));
  const next = here < 0 ? undefined : boxes[nextOf(event.key, here, boxes.length)];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

/** Where a key leads from row `here`; nowhere with other keys, and past either end. */
function nextOf(key: string, here: number, length: number): number {
  if (key === "ArrowDown") return here + 1;
  if (key === "ArrowUp") return here - 1;
  if (key === "Home") return 0;
  return key === "End" ? length - 1 : -1;
}

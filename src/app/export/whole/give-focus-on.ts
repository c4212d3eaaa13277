import { gridTabStop } from "#app/ui/grid-dom.ts";

/** Before the item of a list leaves the screen with the focus: the one beside it gets that, or else the table. */
export function giveFocusOn(from: HTMLElement | null): void {
  const item = from?.closest("li");
  const beside = item?.nextElementSibling ?? item?.previousElementSibling;
  const next = beside?.querySelector<HTMLElement>("button:last-child") ?? gridTabStop();
  next?.focus({ preventScroll: true });
}

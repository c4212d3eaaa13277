import { gridTabStop } from "#app/ui/grid-dom.ts";

/** Before a part that has the focus leaves the screen: what is worked with gets it. */
export function giveFocusOn(): void {
  gridTabStop()?.focus({ preventScroll: true });
}

import { TAB_HEADER, UNATTENDED_HEADER } from "#contract/api/tab.ts";

/** Of this load of the page, and of nobody: it only tells tabs apart. Not by `randomUUID`, which plain HTTP lacks. */
const name = [...crypto.getRandomValues(new Uint8Array(12))]
  .map((byte) => byte.toString(36))
  .join("");

/** Longer than one reads a screen, shorter than the shortest session that ends of being idle. */
const AWAY_MS = 3 * 60_000;
const TOUCHES = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart"] as const;

/** ms on the page's clock; nobody opens a tab without being there. */
let touchedAt = 0;

/** From now on it is noticed whether somebody is at the tab. */
export function watchAttendance(): void {
  const note = () => (touchedAt = performance.now());
  for (const touch of TOUCHES) addEventListener(touch, note, { capture: true, passive: true });
}

/** What every request of this tab carries. */
export function tabHeaders(): Readonly<Record<string, string>> {
  const isAway = performance.now() - touchedAt > AWAY_MS;
  return { [TAB_HEADER]: name, ...(isAway && { [UNATTENDED_HEADER]: "1" }) };
}

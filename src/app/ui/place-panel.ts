/** What is left free towards the edges of the window, px. */
const MARGIN = 8;
/** Between the button and the panel, px. */
const GAP = 4;
/** With less room below the button, the panel begins above its lower edge, px. */
const LEAST_HEIGHT = 280;

/**
 * Puts a panel below its button, within the window.
 *
 * @param flush with which end of the button the panel begins or ends
 * @param widest px
 */
export function placePanel(
  button: HTMLElement,
  panel: HTMLElement,
  flush: "start" | "end",
  widest: number,
): void {
  const { left: start, right, bottom } = button.getBoundingClientRect();
  const width = Math.min(widest, innerWidth - 2 * MARGIN);
  const wanted = flush === "start" ? start : right - width;
  const left = Math.min(Math.max(MARGIN, wanted), innerWidth - width - MARGIN);
  const top = Math.max(MARGIN, Math.min(bottom + GAP, innerHeight - LEAST_HEIGHT - MARGIN));
  panel.style.left = `${left}px`;
  panel.style.top = `${top}px`;
  panel.style.width = `${width}px`;
  panel.style.maxHeight = `${innerHeight - top - MARGIN}px`;
}

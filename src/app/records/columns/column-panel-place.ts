/** The panel of columns in the document: one for the whole page, opened by its button or a menu. */
export const COLUMN_PANEL_ID = "column-panel";

/** Opens the panel as its button does. Nothing happens where there is no button. */
export function openColumnPanel(): void {
  document.getElementById(COLUMN_PANEL_ID)?.showPopover();
}

/** What is left free towards the edges of the window, px. */
const MARGIN = 8;
/** Between the button and the panel, px. */
const GAP = 4;
const WIDTH = 320;
/** With less room below the button, the panel begins above its lower edge, px. */
const LEAST_HEIGHT = 280;

/** Puts the panel below its button, flush with its end, within the window. */
export function placeColumnPanel(button: HTMLElement, panel: HTMLElement): void {
  const { right, bottom } = button.getBoundingClientRect();
  const width = Math.min(WIDTH, innerWidth - 2 * MARGIN);
  const left = Math.min(Math.max(MARGIN, right - width), innerWidth - width - MARGIN);
  const top = Math.max(MARGIN, Math.min(bottom + GAP, innerHeight - LEAST_HEIGHT - MARGIN));
  panel.style.left = `${left}px`;
  panel.style.top = `${top}px`;
  panel.style.width = `${width}px`;
  panel.style.maxHeight = `${innerHeight - top - MARGIN}px`;
}

/** The panel of columns in the document: one for the whole page, opened by its button or a menu. */
export const COLUMN_PANEL_ID = "column-panel";

/** Opens the panel as its button does. Nothing happens where there is no button. */
export function openColumnPanel(): void {
  document.getElementById(COLUMN_PANEL_ID)?.showPopover();
}

/** The panel of the rules that figures are watched by. */
export const WATCH_PANEL_ID = "watch";

/** The panel of the service level in the document. */
export const LEVEL_PANEL_ID = "level-panel";

/** Under which a browser keeps the views, and a tab the id of the one that it has opened. */
export const KEPT_KEY = "callscope.views";
export const OPEN_KEY = "callscope.open-view";
/** The panel in the document: one for the whole page. */
export const PANEL_ID = "saved-panel";

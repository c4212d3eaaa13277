/**
 * The header by which a tab names itself to the server. Behind a proxy all readers have one address, and
 * would wait for each other.
 */
export const TAB_HEADER = "x-callscope-tab";

/**
 * The header by which a tab names itself to the server. Behind a proxy all readers have one address, and
 * would wait for each other.
 */
export const TAB_HEADER = "x-callscope-tab";

/**
 * The header of what a tab asks by itself, while nobody has touched it for some minutes: a session that nobody
 * uses ends, however busy its tabs are.
 */
export const UNATTENDED_HEADER = "x-callscope-unattended";

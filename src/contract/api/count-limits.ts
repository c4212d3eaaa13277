// Of `POST /api/counts`: apart from its schemas, since what asks needs these and only what reads needs those.

/** Questions in one request, at most: a screen full of facets, with room. */
export const MAX_ASKS = 64;
/** Longer than any link that a browser can open. */
export const MAX_VIEW_LENGTH = 16_384;
/** Values that a facet is asked to count beyond those that it finds by itself, at most. */
export const MAX_EXTRA_VALUES = 50;
/** People whose calls are put together, at most. */
export const MAX_TOGETHER = 50;
/** Hours that are counted by asking for each, at most: a month, with the hour by which clocks go back. */
export const MOST_HOURS = 31 * 24 + 1;

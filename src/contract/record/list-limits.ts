// How much of a list the upstream gives. Authority: the provider's page of `ListCallDetailRecords`,
// parameters PageNumber and PageSize.

/** Records on one page of the upstream, at most. How many our table shows is another matter. */
export const MAX_PAGE_SIZE = 100;

/** The last page number that the upstream takes. The first is 1. */
export const MAX_PAGE = 100;

/**
 * Records that are read at once to be put in an order, or counted, which the upstream cannot give: more would
 * keep places from others for too long.
 */
export const MOST_SORTED = 2_000;

/** Records that page numbers can reach in one query, with the largest pages: 10,000. */
export const MAX_REACHABLE = MAX_PAGE_SIZE * MAX_PAGE;

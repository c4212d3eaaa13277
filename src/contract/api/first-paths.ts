import { PAGE_SIZE } from "#contract/view/paging.ts";
import { viewSearch } from "#contract/view/view-codec.ts";
import type { View } from "#contract/view/view.ts";

// The paths of what a page asks for first, apart from the shapes of the replies: it asks before it has
// any code that could read one.

/** `GET /api/session`, as the browser asks for it and the BFF serves it. */
export const SESSION_ROUTE = "/api/session";

/** The path of `GET /api/records`, as the BFF serves it. {@link recordsPath} adds the view. */
export const RECORDS_ROUTE = "/api/records";

/** `POST /api/links`, as the BFF serves it: the numbers of a link, sealed or opened. */
export const LINKS_ROUTE = "/api/links";

/** Which page of which view is asked for. */
export interface RecordsRequest {
  /** Its open record, its columns and what it is compared with do not matter. Its page is 1–100. */
  readonly view: View;
  /** Records on a page, 1–100. The table takes {@link PAGE_SIZE}, a count takes 1. */
  readonly size: number;
}

/** The path that asks the BFF for a page of the view. Equal requests have equal paths. */
export function recordsPath({ view, size }: RecordsRequest): string {
  const {
    record: _drawer,
    position: _heard,
    beside: _pinned,
    columns: _columns,
    compare: _earlier,
    ...asked
  } = view;
  const search = viewSearch(asked);
  if (size === PAGE_SIZE) return RECORDS_ROUTE + search;
  return `${RECORDS_ROUTE}${search}${search === "" ? "?" : "&"}size=${size}`;
}

import { MAX_PAGE, PAGE_SIZE } from "#contract/view/paging.ts";
import { viewSearch, readView, type ViewProblem } from "#contract/view/view-codec.ts";
import type { View } from "#contract/view/view.ts";

/** What `GET /api/records` takes: a view, and how much of it. */
export interface RecordsRequest {
  readonly view: View;
  /** 1–100; the table always takes 100, a count takes 1. */
  readonly size: number;
}

/** A request from its URL parameters: those of a view, and `size`. */
export function readRecordsRequest(params: URLSearchParams): {
  request: RecordsRequest;
  problems: readonly ViewProblem[];
} {
  const viewParams = new URLSearchParams(params);
  viewParams.delete("size");
  const { view, problems: ofView } = readView(viewParams);
  // A list may go on past it, by asking for what began before; one request cannot.
  const tooFar: readonly ViewProblem[] =
    view.page > MAX_PAGE ? [{ name: "page", value: String(view.page), reason: "bad-value" }] : [];
  const problems = [...ofView, ...tooFar];
  const [text, ...more] = params.getAll("size");
  const size = text === undefined ? PAGE_SIZE : /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (size >= 1 && size <= PAGE_SIZE && more.length === 0)
    return { request: { view, size }, problems };
  const problem: ViewProblem = { name: "size", value: text ?? "", reason: "bad-value" };
  return { request: { view, size: PAGE_SIZE }, problems: [...problems, problem] };
}

/** The path that asks the BFF for a page of the view. */
export function recordsPath({ view, size }: RecordsRequest): string {
  const { record: _drawer, columns: _columns, ...asked } = view;
  const search = viewSearch(asked);
  if (size === PAGE_SIZE) return `/api/records${search}`;
  return `/api/records${search}${search === "" ? "?" : "&"}size=${size}`;
}

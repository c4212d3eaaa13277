import * as z from "zod/mini";
import { callRecordSchema } from "#contract/record/call-record.ts";
import { MAX_PAGE, MAX_PAGE_SIZE } from "#contract/record/list-limits.ts";
import { PAGE_SIZE } from "#contract/view/paging.ts";
import { readView, reasonOf, type ViewProblem } from "#contract/view/view-codec.ts";
import type { RecordsRequest } from "./first-paths.ts";
import { spentSchema } from "./spent.ts";

// `GET /api/records?<view>&size=`: one page of call records. It takes the names that the page writes
// into its link, so a view can be tried with curl. `POST /api/records` takes the same in a JSON body, where a
// telephone number may stand as it is; in an address it is sealed (decision 22).

/** The body of `POST /api/records`: the parameters of the address by their names. */
export const recordsBodySchema = z.record(z.string(), z.union([z.string(), z.number()]));

/**
 * A request from its URL parameters: those of a view, and `size`.
 *
 * @returns every problem; with one the request is not to be used
 */
export function readRecordsRequest(params: URLSearchParams): {
  request: RecordsRequest;
  problems: readonly ViewProblem[];
} {
  const viewParams = new URLSearchParams(params);
  viewParams.delete("size");
  const { view, problems: ofView } = readView(viewParams);
  // A list may go on past it, by asking for what began before; one request cannot.
  const tooFar: readonly ViewProblem[] =
    view.page > MAX_PAGE
      ? [{ name: "page", value: String(view.page), reason: "out-of-reach" }]
      : [];
  const problems = [...ofView, ...tooFar];
  const [text, ...more] = params.getAll("size");
  const size = text === undefined ? PAGE_SIZE : /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (size >= 1 && size <= MAX_PAGE_SIZE && more.length === 0)
    return { request: { view, size }, problems };
  const reason = more.length > 0 ? "repeated" : reasonOf("size", text ?? "");
  const problem: ViewProblem = { name: "size", value: text ?? "", reason };
  return { request: { view, size: PAGE_SIZE }, problems: [...problems, problem] };
}

/**
 * The reply of `GET /api/records`. Its header `Content-Location` is the path of the same page with the
 * instance and the instants that it stands for: what a request left to the server, it tells. A very long
 * one is not told.
 */
export const recordsReplySchema = z.object({
  records: z.array(callRecordSchema),
  /** As asked, from 1. */
  page: z.number(),
  /** As asked; the last page has fewer records. */
  pageSize: z.number(),
  /**
   * How many records match. null past page 1, where the upstream does not count; and of a full
   * page by a duration, where it takes longer: it is told to those who ask with `size=1`, if it can be at all.
   */
  total: z.nullable(z.number()),
  /** The EndTime sent upstream, ms: no record of this reply started later. */
  asOf: z.number(),
  /** The upstream's request id where it gave one, else the BFF's own. */
  requestId: z.string(),
  /**
   * The order of the records, where it is not the one that was asked for: beside a duration others take
   * reading all, which may be too many.
   */
  sort: z.optional(z.string()),
  /** Nothing where another reader had just asked for the same page. */
  spent: spentSchema,
});

/** See {@link recordsReplySchema}. */
export type RecordsReply = z.infer<typeof recordsReplySchema>;

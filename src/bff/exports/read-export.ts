import type { CallReader } from "#bff/calls/call-reader.ts";
import { readSlice } from "#bff/calls/read-slice.ts";
import type { RecordsPage } from "#bff/upstream/list-records.ts";
import type { IncompleteReason } from "#contract/api/whole-export.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import type { AbsoluteRange } from "#contract/time/time-range.ts";
import type { ListRequest } from "#contract/upstream/write-list-request.ts";
import type { UnpinnedCalls } from "#contract/view/call-set.ts";
import type { Sort } from "#contract/view/sort.ts";
import { exportSlices, type ExportSlice } from "./export-slices.ts";

/** Calls, or the end of a slice: all before `rest` is there. */
export type ExportStep =
  | { readonly records: readonly CallRecord[] }
  | { readonly rest: AbsoluteRange; readonly incomplete: IncompleteReason | null };

export interface ReadExportDeps {
  readonly page: (request: ListRequest) => Promise<RecordsPage>;
  readonly count: (calls: UnpinnedCalls) => Promise<number>;
  readonly mayGrow: CallReader["mayGrow"];
}

/** Of one export. */
const PAGES_AHEAD = 4;

/**
 * All calls of a set in their order, and why they are not all, if they are not.
 *
 * @param total of the set
 * @param before what was found of the slices that somebody has read before
 */
export async function* readExport(
  calls: UnpinnedCalls,
  sort: Sort,
  total: number,
  before: IncompleteReason | null,
  { page, count, mayGrow }: ReadExportDeps,
): AsyncGenerator<ExportStep, IncompleteReason | null> {
  let incomplete = before;
  for await (const slice of slices()) {
    const { rest } = slice;
    const seen = new Set<string>();
    const deps = { page, mayGrow: mayGrow(slice.calls), ahead: PAGES_AHEAD, seen };
    const isShort = (read: { total: number }) => seen.size < Math.max(slice.count, read.total);
    let read = yield* told(readSlice(slice.calls, sort, deps));
    // An upstream that contradicts itself is asked once more, a page after the other.
    if (!read.isCut && isShort(read))
      read = yield* told(readSlice(slice.calls, sort, { ...deps, mayGrow: true }));
    if (read.isCut) incomplete ??= "too_many_at_once";
    else if (isShort(read)) incomplete ??= "counts_differ";
    if (rest !== undefined) yield { rest, incomplete };
  }
  return incomplete;

  async function* slices(): AsyncGenerator<ExportSlice> {
    if (sort.field === "startTime") yield* exportSlices(calls, total, sort.order, count);
    else yield { calls, count: total, rest: undefined };
  }
}

async function* told<Result>(
  pages: AsyncGenerator<readonly CallRecord[], Result>,
): AsyncGenerator<ExportStep, Result> {
  for (;;) {
    const { done, value } = await pages.next();
    if (done === true) return value;
    yield { records: value };
  }
}

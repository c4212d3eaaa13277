import type { AskingFor, CallReader } from "#bff/calls/call-reader.ts";
import { pagesInOrder } from "#bff/calls/pages-in-order.ts";
import { readSlice } from "#bff/calls/read-slice.ts";
import { customerNumber } from "#contract/filter/customer-number.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import type { UnpinnedCalls } from "#contract/view/call-set.ts";
import type { Sort } from "#contract/view/sort.ts";

/** What comes now is behind all that is read. */
const EARLIEST_FIRST: Sort = { field: "startTime", order: "ASC" };
const PAGES_AHEAD = 6;

/** Calls by the number of their customer. */
export type CallsOf = ReadonlyMap<string, readonly CallRecord[]>;

/** The calls of these customers among all of a set, which are read from end to end. */
export async function readSince(
  reader: CallReader,
  set: UnpinnedCalls,
  customers: ReadonlySet<string>,
  asking: AskingFor,
): Promise<CallsOf> {
  const together = await readOnce(false);
  const heardAt = performance.now();
  if (!reader.mayGrow(set)) return together.found;
  const total = await reader.count(set, { ...asking, purpose: "facets", since: heardAt });
  // A call that came late may have pushed another from a page that was read late to one that was read early.
  return together.ids === total ? together.found : (await readOnce(true)).found;

  async function readOnce(isInOrder: boolean): Promise<{ found: CallsOf; ids: number }> {
    const found = new Map<string, CallRecord[]>();
    const seen = new Set<string>();
    const pages = readSlice(set, EARLIEST_FIRST, {
      page: pagesInOrder(reader, { ...asking, purpose: "facets" }, isInOrder),
      mayGrow: isInOrder,
      ahead: PAGES_AHEAD,
      seen,
    });
    for await (const page of pages)
      for (const record of page) {
        const number = customerNumber(record);
        if (number === undefined || !customers.has(number)) continue;
        const known = found.get(number);
        if (known === undefined) found.set(number, [record]);
        else known.push(record);
      }
    return { found, ids: seen.size };
  }
}

import type { CallReader } from "#bff/calls/call-reader.ts";
import { readSlice } from "#bff/calls/read-slice.ts";
import { customerNumber, sharedPart } from "#contract/filter/customer-number.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import { MAX_PAGE_SIZE } from "#contract/record/list-limits.ts";
import type { UnpinnedCalls } from "#contract/view/call-set.ts";
import { DEFAULT_SORT } from "#contract/view/sort.ts";
import { pagesInOrder, type AskingFor } from "./pages-in-order.ts";

/** A short number is a part of many. */
const MOST_PAGES = 5;

/**
 * The calls of one customer among those of a set: one upstream call as a rule. Undefined where so many go by
 * the number, or have it within theirs, that they are not all read.
 */
export async function readCaller(
  reader: CallReader,
  set: UnpinnedCalls,
  number: string,
  asking: AskingFor,
): Promise<readonly CallRecord[] | undefined> {
  const mayGrow = reader.mayGrow(set);
  const ofNumber = { ...set, criteria: { ...set.criteria, phoneNumber: sharedPart(number) } };
  const pages = readSlice(ofNumber, DEFAULT_SORT, {
    page: pagesInOrder(reader, asking, mayGrow),
    mayGrow,
    ahead: 0,
    seen: new Set(),
  });
  const calls: CallRecord[] = [];
  let read = 0;
  for await (const page of pages) {
    calls.push(...page.filter((record) => customerNumber(record) === number));
    read += 1;
    if (read === MOST_PAGES && page.length === MAX_PAGE_SIZE) return undefined;
  }
  return calls;
}

import type { AskingFor, CallReader } from "#bff/calls/call-reader.ts";
import { pagesInOrder } from "#bff/calls/pages-in-order.ts";
import { readSlice } from "#bff/calls/read-slice.ts";
import { customerNumber, sharedPart } from "#contract/filter/customer-number.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import type { UnpinnedCalls } from "#contract/view/call-set.ts";
import { DEFAULT_SORT } from "#contract/view/sort.ts";

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
    page: pagesInOrder(reader, { ...asking, purpose: "facets" }, mayGrow),
    mayGrow,
    most: MOST_PAGES,
    ahead: 0,
    seen: new Set(),
  });
  const calls: CallRecord[] = [];
  for (;;) {
    const { done, value } = await pages.next();
    if (done === true) return value.isCut ? undefined : calls;
    calls.push(...value.filter((record) => customerNumber(record) === number));
  }
}

import { expect, test } from "vitest";
import type { CallRecord } from "#contract/record/call-record.ts";
import type { CallList } from "#contract/view/call-set.ts";
import type { Sort } from "#contract/view/sort.ts";
import { rangeBefore, seekRow } from "./place-in-list.ts";
import { createRowMap, withCount } from "./row-map.ts";
import { withPage } from "./with-page.ts";

const RANGE = { from: 0, to: 1000 };
const LATEST: Sort = { field: "startTime", order: "DESC" };
const EARLIEST: Sort = { field: "startTime", order: "ASC" };
const listIn = (sort: Sort): CallList => ({
  calls: { instance: "i", range: RANGE, criteria: {}, asOf: 1000 },
  sort,
});
const call = (startTime: number, contactId = `at-${startTime}`): CallRecord => ({
  contactId,
  startTime,
});

test("what stands before a call is later or earlier, by the order", () => {
  expect(rangeBefore(listIn(LATEST), call(400))).toEqual({ from: 401, to: 1000 });
  expect(rangeBefore(listIn(EARLIEST), call(400))).toEqual({ from: 0, to: 399 });
  expect(rangeBefore(listIn(LATEST), call(1000))).toBe("empty");
  expect(rangeBefore(listIn(EARLIEST), call(0))).toBe("empty");
});

test("where it has no place, it is known why", () => {
  expect(rangeBefore(listIn(LATEST), call(1001))).toBe("otherTime");
  expect(rangeBefore(listIn({ field: "talkTime", order: "DESC" }), call(400))).toBe("otherOrder");
  expect(rangeBefore(listIn({ field: "talkTime", order: "DESC" }), call(1001))).toBe("otherTime");
  expect(rangeBefore(listIn(LATEST), { contactId: "undated" })).toBeUndefined();
});

/** A list of six, in pages of two, of which some have been read. */
function mapWith(...pages: number[]) {
  const starts = [600, 500, 400, 400, 300, 200];
  const paging = { size: 2, pages: 10 };
  const empty = withCount(createRowMap({ sort: LATEST, range: RANGE, mayGrow: false, paging }), 6);
  return pages.reduce((map, page) => {
    const rows = starts
      .map((start, index) => call(start, `call-${index}`))
      .slice((page - 1) * 2, page * 2);
    return withPage(map, { range: RANGE, page }, rows, { askedAt: page, readAt: page });
  }, empty);
}

test("the row that has yet to be read is sought, also past others of the same instant", () => {
  expect(seekRow(mapWith(1), call(300, "call-4"), 4)).toBe(4);
  expect(seekRow(mapWith(1, 2), call(400, "another"), 2)).toBe(4);
});

test("what is found is sought no more; what is not there once later ones are was left out", () => {
  expect(seekRow(mapWith(1, 3), call(300, "call-4"), 4)).toBeUndefined();
  expect(seekRow(mapWith(1, 2, 3), call(400, "another"), 2)).toBe("leftOut");
  expect(seekRow(mapWith(1, 2, 3), call(100, "another"), 6)).toBe("leftOut");
});

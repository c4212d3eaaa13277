import fc from "fast-check";
import { expect, test } from "vitest";
import type { CallList } from "#contract/view/call-set.ts";
import { DEFAULT_SORT } from "#contract/view/sort.ts";
import { isSameQuestion, newRows } from "./new-rows.ts";
import { createRowMap } from "./row-map.ts";
import { withPage } from "./with-page.ts";

const range = { from: 0, to: 1_000 };

/** What is known of a list whose first page has these calls. */
function mapOf(ids: readonly number[]) {
  const map = createRowMap({ sort: DEFAULT_SORT, range, mayGrow: true });
  const records = ids.map((id) => ({ contactId: String(id), startTime: id }));
  return withPage(map, { range, page: 1 }, records, { askedAt: 1, readAt: 2 });
}

test("new are the calls that came in at the top, the late ones among the others too", () => {
  expect(newRows(mapOf([5, 3, 1]), mapOf([8, 7, 5, 4, 3, 1]))).toEqual(new Set(["8", "7", "4"]));
});

test("nothing is new in the same list, and all is where nothing was", () => {
  expect(newRows(mapOf([5, 3]), mapOf([5, 3]))).toEqual(new Set());
  expect(newRows(mapOf([]), mapOf([5, 3]))).toEqual(new Set(["5", "3"]));
});

test("what is below the last known call may have been there unread", () => {
  expect(newRows(mapOf([5, 3]), mapOf([6, 5, 3, 2, 1]))).toEqual(new Set(["6"]));
});

test("whatever comes in at or after the oldest that was read is new, and nothing else", () => {
  const ids = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(ids, ids, (old, come) => {
      const newestFirst = (all: number[]) => all.toSorted((a, b) => b - a);
      const added = come.filter((id) => !old.includes(id));
      const found = newRows(mapOf(newestFirst(old)), mapOf(newestFirst([...old, ...added])));
      const oldest = Math.min(...old);
      expect(found).toEqual(new Set(newestFirst(added.filter((id) => id > oldest)).map(String)));
    }),
  );
});

test("only the pin may differ between two readings of a list", () => {
  const calls = { instance: "a", range, criteria: {}, asOf: 1_000 };
  const list: CallList = { calls, sort: DEFAULT_SORT };
  const later = { ...calls, range: { from: 0, to: 2_000 }, asOf: 2_000 };
  expect(isSameQuestion(list, { ...list, calls: later })).toBe(true);
  for (const other of [
    { instance: "b" },
    { criteria: { agentId: "x" } },
    { range: { from: 1, to: 9 } },
  ])
    expect(isSameQuestion(list, { ...list, calls: { ...calls, ...other } })).toBe(false);
  expect(isSameQuestion(list, { calls, sort: { field: "talkTime", order: "DESC" } })).toBe(false);
});

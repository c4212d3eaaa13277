import fc from "fast-check";
import { expect, test } from "vitest";
import { pagesToRead } from "#app/records/list/pages-to-read.ts";
import { createRowMap, withCount, type RowMap } from "#app/records/list/row-map.ts";
import { withPage } from "#app/records/list/with-page.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import type { Sort } from "#contract/view/sort.ts";
import { listEndOf } from "./list-end-kind.ts";

/** Pages of 5 and at most 4 of them: a query reaches 20 calls. */
const PAGING = { size: 5, pages: 4 };
const RANGE = { from: 0, to: 1000 };
const NEWEST_FIRST: Sort = { field: "startTime", order: "DESC" };
const LONGEST_FIRST: Sort = { field: "talkTime", order: "DESC" };

const create = (sort: Sort, openedAt = 0) =>
  createRowMap({ sort, range: RANGE, mayGrow: false, openedAt, paging: PAGING });

/** `length` calls, the newest first, all of one instant unless told. */
const callsOf = (length: number, startTimeOf = (_index: number) => 500): CallRecord[] =>
  Array.from({ length }, (_, index) => ({
    contactId: `job-${String(index).padStart(3, "0")}`,
    startTime: startTimeOf(index),
  }));
const spread = (index: number) => 1000 - index;

/** The list after every page that it asks for was read from `calls`. */
function readAll(start: RowMap, calls: readonly CallRecord[]): RowMap {
  let map = start;
  for (let moment = 1; moment < 100; moment += 1) {
    const [id] = pagesToRead(map, 0, 100);
    if (id === undefined) return map;
    const within = calls.filter(
      ({ startTime = 0 }) => startTime >= id.range.from && startTime <= id.range.to,
    );
    const records = within.slice((id.page - 1) * PAGING.size, id.page * PAGING.size);
    map = withPage(map, id, records, { askedAt: moment, readAt: moment });
  }
  throw new Error("the list does not come to rest");
}

test("a list in another order than by start time says how many calls page numbers do not reach", () => {
  const map = withCount(create(LONGEST_FIRST), 23);
  expect(listEndOf(map)).toEqual({ kind: "limit", listed: 20, rest: 3 });
  expect(listEndOf(readAll(map, callsOf(23, spread)))).toEqual(listEndOf(map));
});

test("a list that reaches all its calls has nothing to say", () =>
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 20 }),
      fc.constantFrom(NEWEST_FIRST, LONGEST_FIRST),
      fc.constantFrom("counted", "uncounted", "uncountable"),
      fc.boolean(),
      (length, sort, count, isRead) => {
        const empty = create(sort);
        const counted = count === "counted" ? length : null;
        const map = count === "uncounted" ? empty : withCount(empty, counted);
        // A full last page without a count leaves it open whether more follows.
        fc.pre(count === "counted" || length < 20 || !isRead);
        const calls = callsOf(length, spread);
        expect(listEndOf(isRead ? readAll(map, calls) : map)).toBeUndefined();
      },
    ),
  ));

test("by start time a list goes on past what one query reaches, and has no limit to tell", () => {
  const map = withCount(create(NEWEST_FIRST), 70);
  expect(listEndOf(map)).toBeUndefined();
  expect(listEndOf(readAll(map, callsOf(70, spread)))).toBeUndefined();
});

test("where nobody can count, the limit is told once the list has been read up to it", () => {
  const map = withCount(create(LONGEST_FIRST), null);
  expect(listEndOf(map)).toBeUndefined();
  expect(listEndOf(withCount(create(LONGEST_FIRST, 19), null))).toBeUndefined();
  const read = readAll(map, callsOf(23, spread));
  expect(listEndOf(read)).toEqual({ kind: "limit", listed: 20, rest: undefined });
});

test("more calls in one instant than a query reaches are told as such", () => {
  const counted = readAll(withCount(create(NEWEST_FIRST), 23), callsOf(23));
  expect(listEndOf(counted)).toEqual({ kind: "stuck", listed: 20, rest: 3 });
  const uncounted = readAll(withCount(create(NEWEST_FIRST), null), callsOf(23));
  expect(listEndOf(uncounted)).toEqual({ kind: "stuck", listed: 20, rest: undefined });
});

test("just as many calls in one instant as a query reaches are all there", () => {
  const map = readAll(withCount(create(NEWEST_FIRST), 20), callsOf(20));
  expect(map.stuck).toBe(true);
  expect(listEndOf(map)).toBeUndefined();
});

test("an upstream that gives fewer calls than it counted is told of, in any order", () => {
  for (const sort of [NEWEST_FIRST, LONGEST_FIRST])
    for (const counted of [13, 20, 100]) {
      const map = readAll(withCount(create(sort), counted), callsOf(12, spread));
      expect(listEndOf(map)).toEqual({ kind: "missing", listed: 12, counted });
    }
});

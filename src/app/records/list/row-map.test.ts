import fc from "fast-check";
import { expect, test } from "vitest";
import type { CallRecord } from "#contract/record/call-record.ts";
import type { Sort } from "#contract/view/sort.ts";
import { keepNear } from "./keep-near.ts";
import { pagesToRead } from "./pages-to-read.ts";
import {
  createRowMap,
  indexOfRecord,
  isFarAway,
  listLength,
  pageAt,
  rowAt,
  withCount,
  type PageId,
  type RowMap,
} from "./row-map.ts";
import { withPage } from "./with-page.ts";
import { withStretch } from "./with-stretch.ts";

type Call = Required<Pick<CallRecord, "contactId" | "startTime" | "talkTime">>;

/** Pages of 5 and at most 4 of them: a query reaches 20 calls. */
const PAGING = { size: 5, pages: 4 };
const RANGE = { from: 0, to: 1000 };
const NEWEST_FIRST: Sort = { field: "startTime", order: "DESC" };
const OLDEST_FIRST: Sort = { field: "startTime", order: "ASC" };
const LONGEST_FIRST: Sort = { field: "talkTime", order: "DESC" };

/** An upstream in a few lines: calls may arrive late, anywhere in the range. */
function createUpstream(sort: Sort, calls: Call[]) {
  const all = [...calls];
  const sign = sort.order === "DESC" ? -1 : 1;
  const keyOf = (call: Call) => (sort.field === "talkTime" ? call.talkTime : call.startTime);
  const compare = (a: Call, b: Call) =>
    sign * (keyOf(a) - keyOf(b)) || (a.contactId < b.contactId ? -1 : 1);
  const within = ({ from, to }: { from: number; to: number }) =>
    all.filter(({ startTime }) => startTime >= from && startTime <= to).toSorted(compare);
  return {
    arrive: (call: Call) => all.push(call),
    count: (range: typeof RANGE) => within(range).length,
    page: ({ range, page }: PageId) =>
      within(range).slice((page - 1) * PAGING.size, page * PAGING.size),
  };
}
type Upstream = ReturnType<typeof createUpstream>;

const callsOf = (startTimes: readonly number[], prefix: string): Call[] =>
  startTimes.map((startTime, index) => ({
    contactId: `${prefix}-${String(index).padStart(3, "0")}`,
    startTime,
    talkTime: (index * 7) % 11,
  }));

let moment = 0;

/**
 * Reads whatever rows `from` to `to` need, two pages at once and the later of them answered first,
 * until they need nothing more. Calls arrive between any two answers.
 */
function settle(start: RowMap, upstream: Upstream, from: number, to: number, late?: () => void) {
  let map = start;
  for (let step = 0; step < 200; step += 1) {
    const asked = pagesToRead(map, from, to).slice(0, 2).toReversed();
    if (asked.length === 0) return map;
    const askedAt = (moment += 1);
    for (const id of asked) {
      const records = upstream.page(id);
      map = withPage(map, id, records, { askedAt, readAt: (moment += 1) });
      late?.();
    }
  }
  throw new Error("the list does not come to rest");
}

function walk(start: RowMap, upstream: Upstream, late?: (index: number) => void) {
  const seen: string[] = [];
  let map = start;
  let index = 0;
  for (; index < listLength(map); index += 1) {
    const at = index;
    map = settle(map, upstream, index - 3, index + 4, late && (() => late(at)));
    map = keepNear(map, index, 16);
    const id = rowAt(map, index)?.contactId;
    if (id !== undefined) seen.push(id);
  }
  return { map, seen };
}

const create = (sort: Sort, openedAt = 0) =>
  createRowMap({ sort, range: RANGE, mayGrow: true, openedAt, paging: PAGING });

const open = (sort: Sort, upstream: Upstream, at = 0) =>
  withCount(create(sort, at), upstream.count(RANGE));

// Many calls share an instant, as in a busy centre.
const instants = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 120 });
const sorts = fc.constantFrom(NEWEST_FIRST, OLDEST_FIRST);

/** A query cannot reach past an instant that has more calls than it has rows. */
const isPassable = (times: readonly number[]) =>
  Math.max(0, ...times.map((time) => times.filter((other) => other === time).length)) <= 12;

test("in start-time order every call stands once, however many there are", () => {
  fc.assert(
    fc.property(sorts, instants.filter(isPassable), (sort, times) => {
      const calls = callsOf(times, "call");
      const upstream = createUpstream(sort, calls);
      const { seen } = walk(open(sort, upstream), upstream);
      const expected = createUpstream(sort, calls).page;
      expect(seen).toHaveLength(calls.length);
      expect(new Set(seen)).toEqual(new Set(calls.map(({ contactId }) => contactId)));
      expect(seen.slice(0, PAGING.size)).toEqual(
        expected({ range: RANGE, page: 1 }).map(({ contactId }) => contactId),
      );
    }),
    { numRuns: 200 },
  );
});

test("calls that arrive late while one scrolls neither repeat a row nor hide one", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(NEWEST_FIRST, OLDEST_FIRST, LONGEST_FIRST),
      instants.filter(isPassable),
      fc.array(
        fc.record({ when: fc.integer({ min: 0, max: 30 }), time: fc.integer({ min: 0, max: 40 }) }),
        {
          maxLength: 8,
        },
      ),
      (sort, times, arrivals) => {
        const calls = callsOf(sort === LONGEST_FIRST ? times.slice(0, 12) : times, "call");
        const upstream = createUpstream(sort, calls);
        let step = 0;
        const { seen } = walk(open(sort, upstream), upstream, () => {
          step += 1;
          for (const [index, { when, time }] of arrivals.entries())
            if (when === step)
              upstream.arrive({ contactId: `late-${index}`, startTime: time, talkTime: time });
        });
        expect(new Set(seen).size).toBe(seen.length);
        for (const { contactId } of calls) expect(seen).toContain(contactId);
      },
    ),
    { numRuns: 500 },
  );
});

test("having jumped about while calls arrive late, a walk still meets every call once", () => {
  fc.assert(
    fc.property(
      sorts,
      instants.filter(isPassable),
      fc.array(
        fc.oneof(
          fc.record({ jump: fc.nat(120) }),
          fc.record({ arrival: fc.integer({ min: 0, max: 40 }) }),
          fc.record({ anchor: fc.integer({ min: 0, max: 40 }) }),
        ),
        { maxLength: 12 },
      ),
      (sort, times, steps) => {
        const calls = callsOf(times, "call");
        const upstream = createUpstream(sort, calls);
        let map = open(sort, upstream);
        for (const [index, step] of steps.entries()) {
          if ("jump" in step) map = settle(map, upstream, step.jump, step.jump + 6);
          else if ("arrival" in step) {
            const { arrival } = step;
            upstream.arrive({ contactId: `late-${index}`, startTime: arrival, talkTime: 0 });
          } else {
            const { anchor } = step;
            const earlier =
              sort.order === "DESC"
                ? { from: anchor + 1, to: RANGE.to }
                : { from: RANGE.from, to: anchor - 1 };
            map = withStretch(map, upstream.count(earlier), anchor);
          }
          map = keepNear(map, "jump" in step ? step.jump : 0, 16);
        }
        const { seen } = walk(map, upstream);
        expect(new Set(seen).size).toBe(seen.length);
        for (const { contactId } of calls) expect(seen).toContain(contactId);
      },
    ),
    { numRuns: 500 },
  );
});

test("reading upwards past a late call still shows all of both pages", () => {
  const calls = callsOf([40, 39, 38, 37, 36, 35, 34, 33, 32, 31], "call");
  const upstream = createUpstream(NEWEST_FIRST, calls);
  let map = settle(open(NEWEST_FIRST, upstream), upstream, 5, 10);
  upstream.arrive({ contactId: "late", startTime: 39, talkTime: 0 });
  map = settle(map, upstream, 0, 10);
  const shown = Array.from({ length: listLength(map) }, (_, index) => rowAt(map, index)?.contactId);
  for (const { contactId } of calls) expect(shown).toContain(contactId);
  expect(new Set(shown).size).toBe(shown.length);
});

test("in any other order the list ends where page numbers end", () => {
  const upstream = createUpstream(
    LONGEST_FIRST,
    callsOf(
      Array.from({ length: 33 }, (_, i) => i),
      "call",
    ),
  );
  const { map, seen } = walk(open(LONGEST_FIRST, upstream), upstream);
  expect(seen).toHaveLength(20);
  expect(listLength(map)).toBe(20);
});

test("more calls in one instant than a query reaches are said to be the end", () => {
  const upstream = createUpstream(
    NEWEST_FIRST,
    callsOf(
      Array.from({ length: 30 }, () => 7),
      "call",
    ),
  );
  const { map, seen } = walk(open(NEWEST_FIRST, upstream), upstream);
  expect(map.stuck).toBe(true);
  expect(seen).toHaveLength(20);
});

test("a list ends where its pages do, whatever was counted", () => {
  const calls = callsOf([9, 8, 7, 6, 5, 4, 3], "call");
  const upstream = createUpstream(NEWEST_FIRST, calls);
  const tooMany = withCount(create(NEWEST_FIRST, 0), 50);
  expect(walk(tooMany, upstream).seen).toHaveLength(7);
  const tooFew = withCount(create(NEWEST_FIRST, 0), 3);
  expect(walk(tooFew, upstream).seen).toHaveLength(7);
  const uncounted = withCount(create(NEWEST_FIRST, 0), null);
  expect(walk(uncounted, upstream).seen).toHaveLength(7);
});

test("a page past the end tells that it is past, and the count where the end is", () => {
  const upstream = createUpstream(NEWEST_FIRST, callsOf([9, 8, 7, 6, 5, 4, 3], "call"));
  const past = { range: RANGE, page: 4 };
  const reading = { askedAt: 1, readAt: 2 };
  const map = withPage(create(NEWEST_FIRST, 17), past, upstream.page(past), reading);
  expect(listLength(map)).toBe(15);
  expect(listLength(withCount(map, 7))).toBe(7);
  expect(walk(withCount(map, 7), upstream).seen).toHaveLength(7);
});

test("every row can be got to: it is held, or a page is wanted, or it is far and an anchor is", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 400 }),
      fc.array(fc.nat(399), { maxLength: 6 }),
      fc.nat(399),
      (count, anchors, row) => {
        const times = Array.from({ length: count }, (_, index) => 1000 - index);
        const upstream = createUpstream(NEWEST_FIRST, callsOf(times, "call"));
        let map = open(NEWEST_FIRST, upstream);
        for (const anchor of anchors)
          if (anchor < count) map = withStretch(map, anchor, times[anchor] ?? 0);
        const wanted = Math.min(row, count - 1);
        const known = rowAt(map, wanted) !== undefined;
        const pages = pagesToRead(map, wanted, wanted + 1);
        expect(known || pages.length > 0 || isFarAway(map, wanted)).toBe(true);
        // One that is far is not asked for page by page, and one that is not needs no anchor.
        expect(pages.length > 0 && isFarAway(map, wanted)).toBe(false);
      },
    ),
  );
});

test("a list opened in its middle has rows there before anything is counted", () => {
  const map = create(NEWEST_FIRST, 12);
  expect(listLength(map)).toBe(15);
  expect(pageAt(map, 12)).toEqual({ range: RANGE, page: 3 });
});

test("a record is found where it stands", () => {
  const upstream = createUpstream(NEWEST_FIRST, callsOf([9, 8, 7, 6, 5, 4, 3], "call"));
  const { map } = walk(open(NEWEST_FIRST, upstream), upstream);
  expect(indexOfRecord(map, "call-005")).toBe(5);
  expect(indexOfRecord(map, "nobody")).toBeUndefined();
});

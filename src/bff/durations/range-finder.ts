import { setMaxListeners } from "node:events";
import { createByteCache } from "#bff/calls/byte-cache.ts";
import { createCallBudget, withinBudget } from "#bff/calls/call-budget.ts";
import type { Asking, CallReader } from "#bff/calls/call-reader.ts";
import { criteriaKey } from "#bff/calls/criteria-key.ts";
import { requestKey } from "#bff/calls/request-key.ts";
import { createSharedFlights } from "#bff/calls/shared-flights.ts";
import type { DurationKey } from "#contract/filter/filters.ts";
import { isInSeconds, type SecondsRange } from "#contract/filter/seconds-range.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import type { SortOrder } from "#contract/record/enums.ts";
import { MAX_PAGE_SIZE, MAX_REACHABLE } from "#contract/record/list-limits.ts";
import { MINUTE_MS } from "#contract/time/durations.ts";
import type { UnpinnedCalls } from "#contract/view/call-set.ts";
import { openOrder } from "#contract/view/natural-sort.ts";
import { locatePart, locateStart, type Part } from "./locate-part.ts";
import { locateParts } from "./locate-parts.ts";
import { createRankedList, type RankedList } from "./ranked-list.ts";

/** Upstream calls that it may take to find a range slice by slice, at most. */
const MOST_CALLS = 300;
/** What a slice costs at the least: to count it, and to find where the range ends in it. */
const LEAST_PER_SLICE = 4;
const KEEP_MS = { settled: 5 * MINUTE_MS, growing: 5_000 };
/** Of what is kept: places alone, no records. */
const KEPT_BYTES = 4_000_000;
const PART_BYTES = 300;

/** A range of a duration, with the calls among which it is: those of the other criteria. */
export interface Sought {
  readonly set: UnpinnedCalls;
  readonly field: DurationKey;
  readonly range: SecondsRange;
}

/** Finds where ranges of durations lie in the upstream's sorted lists. What was found is shared and kept. */
export interface RangeFinder {
  /** The list of a set in the order of a duration, of which the first `total` calls are looked at. */
  listOf(
    of: Pick<Sought, "set" | "field">,
    total: number,
    order: SortOrder,
    asking: Asking,
  ): RankedList;
  /** The one part of the list that a range is; undefined where that is out of reach. */
  whole(sought: Sought, asking: Asking): Promise<Part | undefined>;
  /** Whether {@link whole} is told without a call. */
  isKnown(sought: Sought, asking: Asking): boolean;
  /**
   * The first page of a range, in the order in which {@link whole} finds it, with the total where the range ends on it;
   * undefined where it takes more to tell. It takes fewer calls than to find both ends: one where the list begins with
   * the range, since it is open at that end.
   */
  begin(
    sought: Sought,
    order: SortOrder,
    pageSize: number,
    asking: Asking,
  ): Promise<Begun | undefined>;
  /** All parts, by stretches of time if need be; undefined where to find them would cost too much. */
  parts(sought: Sought, asking: Asking): Promise<readonly Part[] | undefined>;
  /** How many calls lie in a range; undefined where that would cost too much to tell. */
  count(sought: Sought, asking: Asking): Promise<number | undefined>;
}

/** The first page of a range. */
export interface Begun {
  readonly records: readonly CallRecord[];
  /** Null where nobody has looked for the end. */
  readonly total: number | null;
}

/** Where a range lies; no parts where that was not found. */
interface Located {
  readonly parts: readonly Part[] | undefined;
  /** ms, monotonic */
  readonly beganAt: number;
  readonly endedAt: number;
}

/** @param now ms since the epoch */
export function createRangeFinder(reader: CallReader, now: () => number): RangeFinder {
  const kept = createByteCache<Located>(KEPT_BYTES, now);
  const flights = createSharedFlights<Located>();

  function listOf(
    { set, field }: Pick<Sought, "set" | "field">,
    total: number,
    order: SortOrder,
    asking: Asking,
    onCall?: () => void,
  ): RankedList {
    const list = { ...set, sort: { field, order }, pageSize: MAX_PAGE_SIZE };
    return createRankedList(
      total,
      (record) => record[field],
      async (page) => {
        onCall?.();
        return (await reader.page({ ...list, page }, asking)).records;
      },
    );
  }

  /**
   * Where a range lies: `whole`, as one part of the list of all; or by `slices` of time, as far as the budget
   * goes.
   */
  async function locate(by: "whole" | "slices", sought: Sought, asking: Asking): Promise<Located> {
    const { set } = sought;
    const key = keyOf(by === "slices" ? `${by} ${asking.most ?? ""}` : by, sought, asking);
    const known = kept.get(key);
    if (known !== undefined && known.beganAt >= (asking.since ?? -Infinity)) {
      asking.onHeard?.(known.endedAt);
      return known;
    }
    const search = async (signal: AbortSignal): Promise<Located> => {
      setMaxListeners(0, signal);
      const beganAt = performance.now();
      const own: Asking = {
        ...asking,
        signal,
        isWhole: true,
        onSpent: (spent) => (asking.signal.aborted ? undefined : asking.onSpent(spent)),
      };
      const state = reader.mayGrow(set) ? "growing" : "settled";
      const parts = await (by === "whole"
        ? searchWhole(sought, own, known?.parts?.[0])
        : searchSlices(sought, own));
      const located = { parts, beganAt, endedAt: performance.now() };
      kept.set(key, located, PART_BYTES * (parts?.length ?? 0), KEEP_MS[state]);
      return located;
    };
    return flights.join(`${asking.purpose} ${key}`, asking.signal, search, asking.since);
  }

  async function searchWhole(
    sought: Sought,
    asking: Asking,
    before?: Part,
  ): Promise<readonly Part[] | undefined> {
    const total = await reader.count(sought.set, asking);
    const listIn = (order: SortOrder) => listOf(sought, total, order, asking);
    const part = await locatePart(sought.set, sought.range, listIn, before);
    return part && [part];
  }

  async function searchSlices(
    { set, field, range }: Sought,
    asking: Asking,
  ): Promise<readonly Part[] | undefined> {
    const { most = MOST_CALLS } = asking;
    const budget = createCallBudget(most);
    const total = await reader.count(set, asking);
    // Told at once, and not after all of the budget: who shows a figure asks again with every refresh.
    const isHopeless = Math.ceil(total / MAX_REACHABLE) * LEAST_PER_SLICE > most;
    if (asking.most !== undefined && isHopeless) return undefined;
    return withinBudget(() =>
      locateParts(set, total, {
        range,
        listIn: (slice, calls, order) =>
          listOf({ set: slice, field }, calls, order, asking, budget.take),
        count(slice) {
          budget.take();
          return reader.count(slice, asking);
        },
      }),
    );
  }

  async function findWhole(sought: Sought, asking: Asking): Promise<Part | undefined> {
    return (await locate("whole", sought, asking)).parts?.[0];
  }

  async function findAll(sought: Sought, asking: Asking): Promise<readonly Part[] | undefined> {
    const whole = await findWhole(sought, asking);
    return whole === undefined ? (await locate("slices", sought, asking)).parts : [whole];
  }

  async function begin(
    sought: Sought,
    order: SortOrder,
    pageSize: number,
    asking: Asking,
  ): Promise<Begun | undefined> {
    const open = openOrder(sought.range);
    if (open !== undefined && open !== order) return undefined;
    const total = open === undefined ? await reader.count(sought.set, asking) : Infinity;
    const list = listOf(sought, total, order, asking);
    const first = open === undefined ? await locateStart(sought.range, list, order) : 0;
    if (first === undefined) return undefined;
    const last = Math.min(first + pageSize, total, MAX_REACHABLE);
    const records = await list.read(first, last);
    const past = records.findIndex((one) => !isInSeconds(sought.range, one[sought.field]));
    if (past >= 0) return { records: records.slice(0, past), total: past };
    if (records.length === pageSize) return { records, total: null };
    const isWhole = last === total || records.length < last - first;
    return isWhole ? { records, total: records.length } : undefined;
  }

  return {
    listOf,
    isKnown(sought, asking) {
      const known = kept.get(keyOf("whole", sought, asking));
      return known !== undefined && known.beganAt >= (asking.since ?? -Infinity);
    },
    whole: findWhole,
    begin,
    parts: findAll,
    async count(sought, asking) {
      const whole = await findWhole(sought, asking);
      if (whole !== undefined) return whole.count;
      // What is out of reach from its open end are more than page numbers reach.
      const isBeyond = openOrder(sought.range) !== undefined;
      if (isBeyond && (asking.enough ?? Infinity) < MAX_REACHABLE) return MAX_REACHABLE;
      const parts = await findAll(sought, asking);
      return parts && countOf(parts);
    },
  };
}

/** How many calls parts have together. */
export function countOf(parts: readonly Part[]): number {
  return parts.reduce((sum, { count }) => sum + count, 0);
}

function keyOf(by: string, { set, field, range }: Sought, { rights }: Asking): string {
  const { instance, range: time, criteria } = set;
  const place = [instance, time.from, time.to, criteriaKey(criteria).key];
  return requestKey([by, rights, ...place, field, range.from, range.to]);
}

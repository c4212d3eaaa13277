import { setMaxListeners } from "node:events";
import { createByteCache } from "#bff/calls/byte-cache.ts";
import type { Asking, CallReader } from "#bff/calls/call-reader.ts";
import { criteriaKey } from "#bff/calls/criteria-key.ts";
import { requestKey } from "#bff/calls/request-key.ts";
import { createSharedFlights } from "#bff/calls/shared-flights.ts";
import { createCallBudget, withinBudget } from "#bff/counts/call-budget.ts";
import type { ReadingRoom } from "#bff/counts/reading-room.ts";
import type { RecordsPage } from "#bff/upstream/list-records.ts";
import { durationRanges, withoutDurations } from "#contract/filter/criteria.ts";
import type { DurationKey } from "#contract/filter/filters.ts";
import { isInSeconds, type SecondsRange } from "#contract/filter/seconds-range.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import type { SortOrder } from "#contract/record/enums.ts";
import { MAX_PAGE_SIZE, MAX_REACHABLE, MOST_SORTED } from "#contract/record/list-limits.ts";
import { MINUTE_MS } from "#contract/time/durations.ts";
import type { ListRequest } from "#contract/upstream/write-list-request.ts";
import type { UnpinnedCalls } from "#contract/view/call-set.ts";
import { naturalSort, openOrder } from "#contract/view/sort.ts";
import { locatePart, type Part } from "./locate-part.ts";
import { locateParts } from "./locate-parts.ts";
import { readMerged } from "./merge-parts.ts";
import { viewPart } from "./part-view.ts";
import { createRankedList, type RankedList } from "./ranked-list.ts";
import { isInAll, sortRecords } from "./sort-records.ts";
import { tooManyCalls } from "./too-many-calls.ts";

/** Upstream calls that it may take to find a range slice by slice, at most. */
const MOST_CALLS = 300;
const KEEP_MS = { settled: 5 * MINUTE_MS, growing: 5_000 };
/** Of what is kept: places alone, no records. */
const KEPT_BYTES = 4_000_000;
const PART_BYTES = 300;
/** In memory, about. */
const RECORD_BYTES = 3_000;

export interface DurationReaderDeps {
  readonly reader: CallReader;
  /** Where sets are read whole, for rows; who reads them to be counted is in it already. */
  readonly readings: ReadingRoom;
  /** ms since the epoch */
  readonly now?: () => number;
}

/** One range, with the calls among which it is: those of the other criteria. */
interface Sought {
  readonly set: UnpinnedCalls;
  readonly field: DurationKey;
  readonly range: SecondsRange;
}

/** Where a range lies; no parts where that was not found. */
interface Located {
  readonly parts: readonly Part[] | undefined;
  /** ms, monotonic */
  readonly beganAt: number;
  readonly endedAt: number;
}

/**
 * A call reader that takes ranges of durations, too. The upstream sorts by a duration: there the calls of a
 * range are one stretch of the list, whose ends are found by bisection, and kept.
 */
export function createDurationReader(deps: DurationReaderDeps): CallReader {
  const { reader, readings, now = Date.now } = deps;
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
   * Where a range lies in the list of all: `whole`, as one part within reach; or by `slices` of time, as far
   * as the budget goes.
   */
  async function locate(by: "whole" | "slices", sought: Sought, asking: Asking): Promise<Located> {
    const { set, field, range } = sought;
    const { instance, range: time, criteria } = set;
    const key = requestKey([
      by,
      asking.rights,
      instance,
      [time.from, time.to],
      criteriaKey(criteria).key,
      [field, range.from, range.to],
    ]);
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
      const parts = await (by === "whole" ? findWhole(sought, own) : findSlices(sought, own));
      const located = { parts, beganAt, endedAt: performance.now() };
      kept.set(key, located, PART_BYTES * (parts?.length ?? 0), KEEP_MS[state]);
      return located;
    };
    return flights.join(`${asking.purpose} ${key}`, asking.signal, search, asking.since);
  }

  async function findWhole(
    sought: Sought,
    asking: Asking,
  ): Promise<readonly Part[] | undefined> {
    const total = await reader.count(sought.set, asking);
    const listIn = (order: SortOrder) => listOf(sought, total, order, asking);
    const part = await locatePart(sought.set, sought.range, listIn);
    return part && [part];
  }

  async function findSlices(
    { set, field, range }: Sought,
    asking: Asking,
  ): Promise<readonly Part[] | undefined> {
    const budget = createCallBudget(MOST_CALLS);
    const total = await reader.count(set, asking);
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

  /** All parts, however many; undefined where that would cost too much. */
  async function partsOf(sought: Sought, asking: Asking): Promise<readonly Part[] | undefined> {
    const whole = await locate("whole", sought, asking);
    return whole.parts ?? (await locate("slices", sought, asking)).parts;
  }

  /** The calls of the range with the fewest, where they are few enough to be read. */
  async function fewest(
    all: readonly Sought[],
    asking: Asking,
  ): Promise<(Sought & { readonly parts: readonly Part[] }) | undefined> {
    const found = await Promise.all(
      all.map(async (sought) => {
        const { parts } = await locate("whole", sought, asking);
        // What is out of reach from its open end is more than can be read.
        if (parts !== undefined || openOrder(sought.range) !== undefined) return { sought, parts };
        return { sought, parts: (await locate("slices", sought, asking)).parts };
      }),
    );
    const readable = found.flatMap(({ sought, parts }) =>
      parts !== undefined && countOf(parts) <= MOST_SORTED ? [{ ...sought, parts }] : [],
    );
    return readable.toSorted((a, b) => countOf(a.parts) - countOf(b.parts))[0];
  }

  /** All calls that lie in all ranges; undefined where they cannot all be read. */
  async function readAll(
    calls: UnpinnedCalls,
    asking: Asking,
  ): Promise<readonly CallRecord[] | undefined> {
    const found = await fewest(soughtIn(calls), asking);
    if (found === undefined) return undefined;
    const whole = { ...asking, isWhole: true };
    const read = async () => {
      const records = await Promise.all(
        found.parts.map((part) => readPart(part, found.field, whole)),
      );
      const ranges = durationRanges(calls.criteria);
      return eachOnce(records.flat()).filter((record) => isInAll(record, ranges));
    };
    if (asking.purpose !== "rows") return read();
    const bytes = RECORD_BYTES * countOf(found.parts);
    return readings.run({ reader: asking.readerName ?? "", bytes, signal: asking.signal }, read);
  }

  function readPart(part: Part, field: DurationKey, asking: Asking) {
    const { set, order, first, count } = part;
    return listOf({ set, field }, first + count, order, asking).read(first, first + count);
  }

  /** A page in the order of the one range's own duration. */
  async function pageByRank(
    { sort: { order }, page, pageSize }: ListRequest,
    sought: Sought,
    asking: Asking,
  ): Promise<Pick<RecordsPage, "records" | "total">> {
    const { field, range } = sought;
    const from = (page - 1) * pageSize;
    const to = from + pageSize;
    const reading = page === 1 ? { ...asking, isWhole: true } : asking;
    const whole = await locate("whole", sought, asking);
    const isOpen = openOrder(range) === order && to <= MAX_REACHABLE;
    if (whole.parts === undefined && isOpen) {
      // It begins with what is asked for, and goes on beyond reach. How many there are takes longer to tell,
      // and is told to those who ask for nothing else.
      const isCount = page === 1 && pageSize === 1;
      const [records, parts] = await Promise.all([
        listOf(sought, Infinity, order, reading).read(from, to),
        isCount ? partsOf(sought, asking) : undefined,
      ]);
      return { records, total: parts === undefined ? null : countOf(parts) };
    }
    const parts = await partsOf(sought, asking);
    if (parts === undefined) throw tooManyCalls(field);
    const views = parts.map((part) =>
      viewPart(part, listOf({ set: part.set, field }, part.first + part.count, part.order, reading), order),
    );
    const [only] = views;
    const records =
      views.length === 1 && only !== undefined
        ? await only.read(from, to)
        : await readMerged(views, order, (record) => record[field], { from, to });
    return { records, total: page === 1 ? countOf(parts) : null };
  }

  /** Places that were found a moment ago may have moved where calls still come. */
  async function pageInRange(
    request: ListRequest,
    sought: Sought,
    asking: Asking,
  ): Promise<RecordsPage> {
    const isIn = (record: CallRecord) => isInSeconds(sought.range, record[sought.field]);
    let read = await pageByRank(request, sought, asking);
    if (reader.mayGrow(sought.set) && !read.records.every(isIn))
      read = await pageByRank(request, sought, { ...asking, since: performance.now() });
    return asPage(read.records.filter(isIn), read.total);
  }

  const page: CallReader["page"] = async (request, asking) => {
    const all = soughtIn(request);
    const [first] = all;
    if (first === undefined) return reader.page(request, asking);
    setMaxListeners(0, asking.signal);
    const isAlone = all.length === 1;
    if (isAlone && request.sort.field === first.field) return pageInRange(request, first, asking);
    const records = await readAll(request, asking);
    if (records !== undefined) {
      const from = (request.page - 1) * request.pageSize;
      const sorted = sortRecords(records, request.sort).slice(from, from + request.pageSize);
      return asPage(sorted, request.page === 1 ? records.length : null);
    }
    if (!isAlone) throw tooManyCalls(first.field);
    const sort = naturalSort(request.criteria) ?? request.sort;
    return { ...(await pageInRange({ ...request, sort }, first, asking)), sort };
  };

  return {
    page,
    async count(calls, asking) {
      const all = soughtIn(calls);
      const [first] = all;
      if (first === undefined) return reader.count(calls, asking);
      setMaxListeners(0, asking.signal);
      const found = all.length === 1 ? await partsOf(first, asking) : undefined;
      const total = found ? countOf(found) : all.length > 1 && (await readAll(calls, asking))?.length;
      if (typeof total !== "number") throw tooManyCalls(first.field);
      return total;
    },
    mayGrow: reader.mayGrow,
    knownPage: (request, rights) =>
      soughtIn(request).length > 0 ? undefined : reader.knownPage(request, rights),
  };
}

function soughtIn({ instance, range: time, criteria }: UnpinnedCalls): readonly Sought[] {
  const ranges = durationRanges(criteria);
  if (ranges.length === 0) return [];
  const set = { instance, range: time, criteria: withoutDurations(criteria) };
  return ranges.map(([field, range]) => ({ set, field, range }));
}

function countOf(parts: readonly Part[]): number {
  return parts.reduce((sum, { count }) => sum + count, 0);
}

/** What calls that came meanwhile have pushed on is on two pages. */
function eachOnce(records: readonly CallRecord[]): readonly CallRecord[] {
  return [
    ...new Map(records.map((one, index) => [one.contactId ?? `without id ${index}`, one])).values(),
  ];
}

function asPage(records: readonly CallRecord[], total: number | null): RecordsPage {
  return { records, total, requestId: undefined, bytes: RECORD_BYTES * records.length };
}

import { setMaxListeners } from "node:events";
import type { Asking, CallReader } from "#bff/calls/call-reader.ts";
import type { ReadingRoom } from "#bff/calls/reading-room.ts";
import type { RecordsPage } from "#bff/upstream/list-records.ts";
import { durationRanges, withoutDurations } from "#contract/filter/criteria.ts";
import type { DurationKey } from "#contract/filter/filters.ts";
import { isInSeconds } from "#contract/filter/seconds-range.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import { MAX_REACHABLE, MOST_SORTED } from "#contract/record/list-limits.ts";
import type { ListRequest } from "#contract/upstream/write-list-request.ts";
import type { UnpinnedCalls } from "#contract/view/call-set.ts";
import { naturalSort, openOrder } from "#contract/view/natural-sort.ts";
import type { Part } from "./locate-part.ts";
import { readMerged } from "./merge-parts.ts";
import { viewPart } from "./part-view.ts";
import { countOf, createRangeFinder, type Sought } from "./range-finder.ts";
import { isInAll, sortRecords } from "./sort-records.ts";
import { tooManyCalls } from "./too-many-calls.ts";

/** In memory, about. */
const RECORD_BYTES = 3_000;

export interface DurationReaderDeps {
  readonly reader: CallReader;
  /** Where sets are read whole, for rows; who reads them to be counted is in it already. */
  readonly readings: ReadingRoom;
  /** ms since the epoch */
  readonly now?: () => number;
}

/**
 * A call reader that takes ranges of durations, too. The upstream sorts by a duration: there the calls of a
 * range are one stretch of the list, whose ends are found by bisection, and kept.
 */
export function createDurationReader(deps: DurationReaderDeps): CallReader {
  const { reader, readings, now = Date.now } = deps;
  const finder = createRangeFinder(reader, now);
  const { listOf } = finder;

  /** The calls of the range with the fewest, where they are few enough to be read. */
  async function fewest(
    all: readonly Sought[],
    asking: Asking,
  ): Promise<(Sought & { readonly parts: readonly Part[] }) | undefined> {
    const found = await Promise.all(
      all.map(async (sought) => {
        const whole = await finder.whole(sought, asking);
        if (whole !== undefined) return { sought, parts: [whole] };
        // What is out of reach from its open end is more than can be read.
        const isBeyond = openOrder(sought.range) !== undefined;
        return { sought, parts: isBeyond ? undefined : await finder.parts(sought, asking) };
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
    // One page kept from before another was read would not have what was pushed from that.
    const isFresh = isOfRows(asking) && reader.mayGrow(calls);
    const since = isFresh ? { since: performance.now() } : {};
    const whole = { ...asking, ...since, isWhole: true };
    const read = async () => {
      const records = await Promise.all(
        found.parts.map((part) => readPart(part, found.field, whole)),
      );
      const ranges = durationRanges(calls.criteria);
      return eachOnce(records.flat()).filter((record) => isInAll(record, ranges));
    };
    if (!isOfRows(asking)) return read();
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
    const isOpen = openOrder(range) === order && to <= MAX_REACHABLE;
    const isFirst = page === 1 && pageSize > 1 && asking.purpose === "rows";
    if (isFirst && !finder.isKnown(sought, asking)) {
      // It need not wait for where the range ends.
      const begun = await finder.begin(sought, order, pageSize, reading);
      if (begun !== undefined) return begun;
    }
    const whole = await finder.whole(sought, asking);
    if (whole === undefined && isOpen) {
      // It begins with what is asked for, and goes on beyond reach. How many there are takes longer to tell,
      // and is told to those who ask for nothing else.
      const isCount = page === 1 && pageSize === 1;
      const [records, parts] = await Promise.all([
        listOf(sought, Infinity, order, reading).read(from, to),
        isCount ? finder.parts(sought, asking) : undefined,
      ]);
      return { records, total: parts === undefined ? null : countOf(parts) };
    }
    const parts = await finder.parts(sought, asking);
    if (parts === undefined) throw tooManyCalls(field);
    const views = parts.map((part) =>
      viewPart(
        part,
        listOf({ set: part.set, field }, part.first + part.count, part.order, reading),
        order,
      ),
    );
    const [only] = views;
    const records =
      views.length === 1 && only !== undefined
        ? await only.read(from, to)
        : await readMerged(views, order, (record) => record[field], { from, to });
    return { records, total: page === 1 ? countOf(parts) : null };
  }

  async function pageInRange(
    request: ListRequest,
    sought: Sought,
    asking: Asking,
  ): Promise<RecordsPage> {
    const isIn = (record: CallRecord) => isInSeconds(sought.range, record[sought.field]);
    // A page past the first must have what calls that came meanwhile have pushed from the one before it, as of
    // any other list: so where the range lies is looked at anew.
    const isPushed = isOfRows(asking) && request.page > 1 && reader.mayGrow(sought.set);
    const own = isPushed ? { ...asking, since: performance.now() } : asking;
    const read = await pageByRank(request, sought, own);
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
      const total =
        all.length === 1
          ? await finder.count(first, asking)
          : (await readAll(calls, asking))?.length;
      if (total === undefined) throw tooManyCalls(first.field);
      return total;
    },
    mayGrow: reader.mayGrow,
    knownPage: (request, rights) =>
      soughtIn(request).length > 0 ? undefined : reader.knownPage(request, rights),
  };
}

/** Whether records are given page by page, and not read at once to be counted. */
function isOfRows({ purpose }: Asking): boolean {
  return purpose === "rows" || purpose === "export";
}

function soughtIn({ instance, range: time, criteria }: UnpinnedCalls): readonly Sought[] {
  const ranges = durationRanges(criteria);
  if (ranges.length === 0) return [];
  const set = { instance, range: time, criteria: withoutDurations(criteria) };
  return ranges.map(([field, range]) => ({ set, field, range }));
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

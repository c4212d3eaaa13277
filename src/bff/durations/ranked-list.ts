import { firstPast as firstPastFrom, type Bounds } from "#bff/calls/first-past.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import { MAX_PAGE_SIZE, MAX_REACHABLE } from "#contract/record/list-limits.ts";

/** The value by which calls are ranked; one that is absent comes last in either order. */
export type Seconds = number | undefined;

/** Where a place in a list is about: near a number of seconds, or after so many calls. */
export interface Near {
  readonly seconds?: number | undefined;
  readonly after?: number | undefined;
}

/** Calls in the order of a duration, as far as page numbers reach. Positions count from 0. */
export interface RankedList {
  /**
   * How many of the first calls meet a test that, once a call fails it, all after it fail; undefined where
   * that is out of reach.
   */
  leading(test: (seconds: Seconds) => boolean, near?: Near): Promise<number | undefined>;
  /** Whether {@link leading} is within reach: one call tells, or none. */
  reachesEndOf(test: (seconds: Seconds) => boolean): Promise<boolean>;
  /** The calls from a position to another, which is not among them, within reach. */
  read(from: number, to: number): Promise<readonly CallRecord[]>;
}

/** Where seconds are spread in no usual way, to halve what is left finds a place sooner. */
const MOST_GUESSES = 6;

/** A list of `total` calls. Each page, from 1, is read once. */
export function createRankedList(
  total: number,
  secondsOf: (record: CallRecord) => Seconds,
  readPage: (page: number) => Promise<readonly CallRecord[]>,
): RankedList {
  const pages = Math.ceil(Math.min(total, MAX_REACHABLE) / MAX_PAGE_SIZE);
  const begun = new Map<number, Promise<readonly CallRecord[]>>();
  const known = new Map<number, readonly CallRecord[]>();

  async function pageOf(page: number): Promise<readonly CallRecord[]> {
    const reading = begun.get(page) ?? readPage(page);
    begun.set(page, reading);
    const records = await reading;
    known.set(page, records);
    return records;
  }

  /**
   * The first page that is past the place: asked where it should be by what the pages around it tell, and, as
   * long as that is on the same side, in doubled steps beyond.
   */
  async function firstPast(
    isPast: (page: number) => Promise<boolean>,
    bounds: Bounds,
    seconds: number,
  ): Promise<number> {
    let { low, high } = bounds;
    let step = 0;
    for (let asked = 0; high - low > 1; asked += 1) {
      const lowEdge = { page: low, seconds: edgeOf(known.get(low)?.at(-1)) };
      const highEdge = { page: high, seconds: edgeOf(known.get(high)?.[0]) };
      const guess = asked < MOST_GUESSES ? placeBetween(lowEdge, highEdge, seconds) : undefined;
      const middle = Math.floor((low + high) / 2);
      const at = Math.min(high - 1, Math.max(low + 1, guess === undefined ? middle : guess + step));
      const isAtPast = await isPast(at);
      if (isAtPast) high = at;
      else low = at;
      const isSameSide = isAtPast ? step < 0 : step > 0;
      step = isSameSide ? 2 * step : isAtPast ? -1 : 1;
    }
    return high;
  }
  const edgeOf = (record: CallRecord | undefined) => record && secondsOf(record);

  // A list that has become shorter than it was counted ends with pages that have no call.
  const meets = (record: CallRecord | undefined, test: (seconds: Seconds) => boolean) =>
    record !== undefined && test(secondsOf(record));

  async function reachesEndOf(test: (seconds: Seconds) => boolean): Promise<boolean> {
    return total <= MAX_REACHABLE || !meets((await pageOf(pages)).at(-1), test);
  }

  return {
    reachesEndOf,
    async leading(test, near = {}) {
      if (pages === 0) return 0;
      const isPast = async (page: number) => !meets((await pageOf(page)).at(-1), test);
      const { seconds, after } = near;
      const isSought = seconds !== undefined && after === undefined;
      // Both of its ends tell how the seconds are spread; the first page is what is shown, as a rule.
      const [isWithinReach] = await Promise.all([reachesEndOf(test), isSought && pageOf(1)]);
      // Whether it is within reach at all is the first thing to know.
      if (!isWithinReach) return undefined;
      let [low, high] = [0, pages + 1];
      for (const [page, records] of known) {
        if (meets(records.at(-1), test)) low = Math.max(low, page);
        else high = Math.min(high, page);
        if (meets(records[0], test)) low = Math.max(low, page - 1);
      }
      const page = isSought
        ? await firstPast(isPast, { low, high }, seconds)
        : await firstPastFrom(
            { low, high },
            after && Math.floor(after / MAX_PAGE_SIZE) + 1,
            isPast,
          );
      if (page > pages) return total;
      const records = await pageOf(page);
      const index = records.findIndex((record) => !meets(record, test));
      return (page - 1) * MAX_PAGE_SIZE + (index < 0 ? records.length : index);
    },
    async read(from, to) {
      if (to <= from || pages === 0) return [];
      const first = Math.floor(from / MAX_PAGE_SIZE);
      const last = Math.floor((to - 1) / MAX_PAGE_SIZE);
      const read = await Promise.all(
        Array.from({ length: last - first + 1 }, (_unused, index) => pageOf(first + index + 1)),
      );
      return read.flatMap((records, index) => {
        const start = (first + index) * MAX_PAGE_SIZE;
        return records.slice(Math.max(0, from - start), to - start);
      });
    },
  };
}

interface Edge {
  readonly page: number;
  readonly seconds: Seconds;
}

/**
 * The page between two others that a number of seconds is on, about; undefined where they do not tell. Of long
 * durations there are fewer by a like part with every second more: from the longest down, the seconds fall as
 * the logarithm of the place grows. From the shortest up they grow evenly, about.
 */
function placeBetween(low: Edge, high: Edge, seconds: number): number | undefined {
  if (low.page < 1 || low.seconds === undefined || high.seconds === undefined) return undefined;
  const rise = high.seconds - low.seconds;
  if (rise === 0) return undefined;
  const share = Math.min(1, Math.max(0, (seconds - low.seconds) / rise));
  return Math.round(
    rise < 0
      ? low.page * (high.page / low.page) ** share
      : low.page + (high.page - low.page) * share,
  );
}

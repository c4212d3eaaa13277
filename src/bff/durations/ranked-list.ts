import { firstPast } from "#bff/calls/first-past.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import { MAX_PAGE_SIZE, MAX_REACHABLE } from "#contract/record/list-limits.ts";

/** The value by which calls are ranked; one that is absent comes last in either order. */
export type Seconds = number | undefined;

/** Calls in the order of a duration, as far as page numbers reach. Positions count from 0. */
export interface RankedList {
  /**
   * How many of the first calls meet a test that, once a call fails it, all after it fail; undefined where
   * that is out of reach.
   *
   * @param guess about how many they are
   */
  leading(test: (seconds: Seconds) => boolean, guess?: number): Promise<number | undefined>;
  /** The calls from a position to another, which is not among them, within reach. */
  read(from: number, to: number): Promise<readonly CallRecord[]>;
}

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

  return {
    async leading(test, guess) {
      if (pages === 0) return 0;
      // A list that has become shorter than it was counted ends with pages that have no call.
      const meets = (record: CallRecord | undefined) =>
        record !== undefined && test(secondsOf(record));
      const isPast = async (page: number) => !meets((await pageOf(page)).at(-1));
      // Whether it is within reach at all is the first thing to know.
      if (total > MAX_REACHABLE && !(await isPast(pages))) return undefined;
      let [low, high] = [0, pages + 1];
      for (const [page, records] of known) {
        if (meets(records.at(-1))) low = Math.max(low, page);
        else high = Math.min(high, page);
        if (meets(records[0])) low = Math.max(low, page - 1);
      }
      const near = guess === undefined ? undefined : Math.floor(guess / MAX_PAGE_SIZE) + 1;
      const page = await firstPast({ low, high }, near, isPast);
      if (page > pages) return total;
      const records = await pageOf(page);
      const index = records.findIndex((record) => !meets(record));
      return (page - 1) * MAX_PAGE_SIZE + (index < 0 ? records.length : index);
    },
    async read(from, to) {
      if (to <= from) return [];
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

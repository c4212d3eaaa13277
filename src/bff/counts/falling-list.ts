import { firstPast } from "#bff/calls/first-past.ts";
import { MAX_PAGE, MAX_REACHABLE } from "#contract/record/list-limits.ts";

/** Where a falling list passes a value. */
export interface Passing {
  /** How many calls have more. */
  readonly above: number;
  /** The first that has no more; undefined where all have. */
  readonly next: number | undefined;
}

/** Seconds of calls from the greatest down, read by pages of one size as far as their numbers reach. */
export interface FallingList {
  /** How many of the first calls are within reach. */
  readonly reach: number;
  /** The seconds at a place within reach, from 1. */
  valueAt(position: number): Promise<number>;
  /**
   * Where the list passes a value; undefined where that is out of reach.
   *
   * @param guess how far down, 0 to 1
   */
  passing(seconds: number, guess?: number): Promise<Passing | undefined>;
}

/** A list of `total` calls, which are not none. Each page is read once. */
export function createFallingList(
  total: number,
  readPage: (page: number, pageSize: number) => Promise<readonly number[]>,
): FallingList {
  const reach = Math.min(total, MAX_REACHABLE);
  const pageSize = Math.ceil(reach / MAX_PAGE);
  const pages = Math.ceil(reach / pageSize);
  const begun = new Map<number, Promise<readonly number[]>>();
  const known = new Map<number, readonly number[]>();

  async function read(page: number): Promise<readonly number[]> {
    const reading = begun.get(page) ?? readPage(page, pageSize);
    begun.set(page, reading);
    const values = await reading;
    known.set(page, values);
    return values;
  }
  // A list that has become shorter than it was counted ends with calls that are there no more.
  const lastOf = (values: readonly number[]) => values.at(-1) ?? 0;
  const isPast = (seconds: number) => async (page: number) => lastOf(await read(page)) <= seconds;

  /** What the pages that were read tell already. */
  function boundsOf(seconds: number) {
    let [low, high] = [0, pages + 1];
    for (const [page, values] of known) {
      if (lastOf(values) > seconds) low = Math.max(low, page);
      else high = Math.min(high, page);
      if ((values[0] ?? 0) > seconds) low = Math.max(low, page - 1);
    }
    return { low, high };
  }

  return {
    reach,
    async valueAt(position) {
      const page = Math.ceil(position / pageSize);
      const values = await read(page);
      // One that ties have brought twice is there once, and the last place is then empty.
      return values[position - (page - 1) * pageSize - 1] ?? lastOf(values);
    },
    async passing(seconds, guess) {
      // Whether it is within reach at all is the first thing to know.
      if (total > reach && !(await isPast(seconds)(pages))) return undefined;
      const at = guess === undefined ? undefined : guess * pages;
      const page = await firstPast(boundsOf(seconds), at, isPast(seconds));
      if (page > pages) return { above: total, next: undefined };
      const values = await read(page);
      const index = values.findIndex((value) => value <= seconds);
      return {
        above: (page - 1) * pageSize + Math.max(0, index),
        next: lastOf(values.slice(0, index + 1)),
      };
    },
  };
}

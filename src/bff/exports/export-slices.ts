import { durationRanges } from "#contract/filter/criteria.ts";
import { MAX_REACHABLE, MOST_SORTED } from "#contract/record/list-limits.ts";
import type { AbsoluteRange } from "#contract/time/time-range.ts";
import type { UnpinnedCalls } from "#contract/view/call-set.ts";
import type { Sort } from "#contract/view/sort.ts";

/** Calls that are read in one go. */
export interface ExportSlice {
  readonly calls: UnpinnedCalls;
  /** How many there were when they were counted. */
  readonly count: number;
  /** What comes after it in the order: undefined behind the last. */
  readonly rest: AbsoluteRange | undefined;
}

/**
 * At most so many in one: page numbers reach twice as many, so that calls which come late while it is read have
 * room, and what is lost with a connection is a few seconds' work.
 */
const SLICE_CALLS = MAX_REACHABLE / 2;

/**
 * A set of calls by stretches of time in the order of their start, each counted by a probe when it is next. More
 * calls that began in one millisecond than fit are one slice all the same: nothing divides them.
 */
export async function* exportSlices(
  calls: UnpinnedCalls,
  total: number,
  order: Sort["order"],
  count: (calls: UnpinnedCalls) => Promise<number>,
): AsyncGenerator<ExportSlice> {
  // By a duration more than these cannot be put in the order of their start.
  const most = durationRanges(calls.criteria).length > 0 ? MOST_SORTED : SLICE_CALLS;
  /** What is to come, the next one last. */
  const toCome = [{ range: calls.range, count: total }];
  for (let next = toCome.pop(); next !== undefined; next = toCome.pop()) {
    const { from, to } = next.range;
    if (next.count > most && from < to) {
      const middle = Math.floor((from + to) / 2);
      const earlier = { from, to: middle };
      const later = { from: middle + 1, to };
      const [first, second] = order === "DESC" ? [later, earlier] : [earlier, later];
      const inFirst = Math.min(next.count, await count({ ...calls, range: first }));
      toCome.push({ range: second, count: next.count - inFirst }, { range: first, count: inFirst });
    } else {
      const isLast = toCome.length === 0;
      const rest =
        order === "DESC"
          ? { from: calls.range.from, to: from - 1 }
          : { from: to + 1, to: calls.range.to };
      yield {
        calls: { ...calls, range: next.range },
        count: next.count,
        rest: isLast ? undefined : rest,
      };
    }
  }
}

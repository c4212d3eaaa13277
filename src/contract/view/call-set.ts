import type { Criteria } from "#contract/filter/filters.ts";
import type { AbsoluteRange } from "#contract/time/time-range.ts";
import type { Sort } from "./sort.ts";
import { viewSearch } from "./view-codec.ts";
import { DEFAULT_VIEW } from "./view.ts";

/** Which calls: all that decides how many match, and nothing else. */
export interface CallSet {
  readonly instance: string;
  /** The time range in instants, as it was resolved at `asOf`. */
  readonly range: AbsoluteRange;
  readonly criteria: Criteria;
  /** The instant that the set is pinned to, ms: a range that ended before it may gain late calls. */
  readonly asOf: number;
}

/** A call set without its pin, for what asks the upstream: there the range's end says it all. */
export type UnpinnedCalls = Omit<CallSet, "asOf">;

/** A call set in an order: all that decides what a list holds. */
export interface CallList {
  readonly calls: CallSet;
  readonly sort: Sort;
}

/**
 * The view of a question about calls, as `/api/counts` takes it. Equal sets give equal text, whatever
 * else is on screen; the as-of is not part of a link.
 */
export function callsSearch({ instance, range, criteria }: UnpinnedCalls): string {
  return viewSearch({ ...DEFAULT_VIEW, instance, time: range, criteria });
}

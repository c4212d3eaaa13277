import { queryOptions } from "@tanstack/react-query";
import { findAnchor } from "#app/records/list/find-anchor.ts";
import { countExactly } from "#app/records/list/rows-query.ts";
import type { AbsoluteRange } from "#contract/time/time-range.ts";
import type { CallSet } from "#contract/view/call-set.ts";
import { LIST_REACH } from "#contract/view/paging.ts";

/** A later beginning of the range, ms, and the calls from there on: few enough for any order. */
export interface Narrowing {
  readonly from: number;
  readonly count: number;
}

/** Fewer calls than could be listed are worth this much less counting. */
const ROOM = LIST_REACH / 20;
/** People read clocks in seconds, so the range begins with one. */
const UNIT_MS = 1000;

/**
 * Finds the latest part of a range that a list holds whole in any order, a little less than as
 * many calls as page numbers reach. Null where even its last second has more.
 *
 * @param total calls in the whole range, about: the search begins as if they were spread evenly
 * @param count one count probe
 */
export async function findNarrowing(
  range: AbsoluteRange,
  total: number,
  count: (range: AbsoluteRange) => Promise<number>,
): Promise<Narrowing | null> {
  let best: Narrowing | null = null;
  await findAnchor({
    index: LIST_REACH,
    range: { from: Math.floor(range.from / UNIT_MS), to: Math.floor(range.to / UNIT_MS) },
    order: "DESC",
    total,
    room: ROOM,
    count: async (part) => {
      const from = part.from * UNIT_MS;
      const calls = await count({ from, to: range.to });
      // Where the search ends without an anchor, calls crowd in one second: the nearest one counts.
      const isBetter = calls >= Math.max(1, best?.count ?? 0) && calls <= LIST_REACH;
      if (isBetter) best = { from, count: calls };
      return calls;
    },
  });
  return best;
}

/** The narrowing that makes a list of these calls complete in any order. */
export function narrowingQuery(calls: CallSet, total: number) {
  return queryOptions({
    queryKey: ["narrowing", calls, total],
    queryFn: ({ signal, client }) =>
      findNarrowing(calls.range, total, (part) =>
        countExactly(client, { ...calls, range: part }, signal),
      ),
  });
}

import { daysEarlier, startOfDay } from "./calendar-days.ts";
import { DAY_MS } from "./durations.ts";
import { zoneClock } from "./zone-clock.ts";

/** The period that counts are compared with: the one right before, or the same one a week ago. */
export type EarlierPeriod = "previous" | "week";

/**
 * The edges of the same buckets in an earlier period, ms, ascending. A range that begins with a day,
 * or is longer than a day, is moved by whole days, so that an hour is compared with the same hour.
 *
 * @param edges ms, ascending; the last is the end of the last bucket
 * @param timeZone IANA name
 */
export function earlierEdges(
  edges: readonly number[],
  period: EarlierPeriod,
  timeZone: string,
): readonly number[] {
  const first = edges[0] ?? 0;
  const end = edges.at(-1) ?? first;
  const { readingAt } = zoneClock(timeZone);
  const days = period === "week" ? 7 : Math.ceil((readingAt(end) - readingAt(first)) / DAY_MS);
  const isByDays = period === "week" || days > 1 || first === startOfDay(first, timeZone);
  const [start = 0, ...others] = edges.map((edge) =>
    isByDays ? daysEarlier(edge, days, timeZone) : edge - (end - first),
  );
  // Edges in an hour that clocks skip come out later than those behind it, and after one that they
  // show twice edges go back. No bucket may take the calls of those that follow.
  let next = Infinity;
  const capped = others.toReversed().map((at) => (next = Math.min(at, next)));
  const moved: number[] = [];
  // What is left of such hours, and all before the first instant, has no length.
  for (const at of [start, ...capped.toReversed()])
    moved.push(Math.max(at, (moved.at(-1) ?? -1) + 1));
  return moved;
}

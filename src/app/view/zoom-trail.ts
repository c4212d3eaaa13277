import { widerRange } from "#contract/time/neighbour-range.ts";
import type { Calendar } from "#contract/time/relative-range.ts";
import { isRelative, type TimeRange } from "#contract/time/time-range.ts";

/** A step into a part of a range. */
interface ZoomStep {
  readonly from: TimeRange;
  readonly into: TimeRange;
}

// As long as the page, like the history that it goes back in.
let trail: readonly ZoomStep[] = [];

const isSame = (one: TimeRange, other: TimeRange) =>
  isRelative(one) || isRelative(other)
    ? isRelative(one) && isRelative(other) && one.relative === other.relative
    : one.from === other.from && one.to === other.to;

/** Remembers where a part of a range was looked at from. */
export function noteZoom(from: TimeRange, into: TimeRange): void {
  trail = [...trail, { from, into }];
}

/**
 * The range around one: where one came from into it by zooming, or else one twice as long.
 *
 * @param asOf ms: the instant the view is pinned to
 */
export function rangeAround(
  time: TimeRange,
  asOf: number,
  calendar: Calendar,
): TimeRange | undefined {
  const zoomedFrom = trail.findLast(({ into }) => isSame(into, time))?.from;
  return zoomedFrom ?? widerRange(time, asOf, calendar);
}

/** Forgets the step into a range, and those behind it: one is out of it again. */
export function forgetZoom(into: TimeRange): void {
  const index = trail.findLastIndex((step) => isSame(step.into, into));
  if (index >= 0) trail = trail.slice(0, index);
}

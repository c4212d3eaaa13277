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

/** Where one came from into the range at hand; undefined where that was not by zooming. */
export function zoomedFrom(time: TimeRange): TimeRange | undefined {
  return trail.findLast(({ into }) => isSame(into, time))?.from;
}

/** Forgets the step into a range, and those behind it: one is out of it again. */
export function forgetZoom(into: TimeRange): void {
  const index = trail.findLastIndex((step) => isSame(step.into, into));
  if (index >= 0) trail = trail.slice(0, index);
}

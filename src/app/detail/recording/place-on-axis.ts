import type { AlongAxis } from "#app/detail/timeline/timeline.tsx";

/** A stretch of a recording, s from its beginning; it may begin before that and end after its end. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Where a recording is on the axis of its call. */
export interface PlaceOnAxis {
  readonly whole: Stretch;
  readonly seen: Stretch;
  /** What happened in the call, s from the recording's beginning, in order. */
  readonly events: readonly number[];
}

/** A recording begins as the call is connected; undefined where nobody knows when that was. */
export function placeOf(
  establishedAt: number | undefined,
  { whole, seen, instants }: AlongAxis,
): PlaceOnAxis | undefined {
  if (establishedAt === undefined) return undefined;
  const second = (instant: number) => (instant - establishedAt) / 1000;
  return {
    whole: { from: second(whole.from), to: second(whole.to) },
    seen: { from: second(seen.from), to: second(seen.to) },
    events: instants.map(second),
  };
}

/** Lengths are exact to the second, and a recording may end a little after the call. */
const GRACE_SECONDS = 2;

/** The place of a recording that is so long; undefined where it does not fit into the call, so that it has none. */
export function fittingPlace(
  place: PlaceOnAxis | undefined,
  duration: number,
): PlaceOnAxis | undefined {
  if (place === undefined) return undefined;
  const { from, to } = place.whole;
  return from <= 0 && duration <= to + GRACE_SECONDS ? place : undefined;
}

/** What is drawn: the axis, or the recording alone where it has no place on it. */
export function stretchDrawn(place: PlaceOnAxis | undefined, duration: number): Stretch {
  return place?.seen ?? { from: 0, to: Math.max(duration, 1) };
}

/** How far along what is drawn a second is: 0 at its left, 1 at its right. */
export const shareOf = ({ from, to }: Stretch, second: number): number =>
  (second - from) / (to - from);

import type { Span } from "./span.ts";
import type { Segment } from "./timeline-model.ts";

/** A piece of a track from left to right: a segment or the ground between two. */
export interface Cell {
  /** The part of the width that it takes, in ms. */
  readonly ms: number;
  /** Absent: the ground. */
  readonly segment?: Segment;
}

const first = ({ from, to }: Segment) => Math.min(from, to);
const last = ({ from, to }: Segment) => Math.max(from, to);

/** Segments below each other as far as they overlap, such as a hold and the talk that it is within. */
export function tracksOf(segments: readonly Segment[]): readonly (readonly Segment[])[] {
  const tracks: Segment[][] = [];
  for (const segment of segments.toSorted(
    (one, other) => first(one) - first(other) || last(other) - last(one),
  )) {
    const free = tracks.find((track) => track.every((one) => last(one) <= first(segment)));
    if (free === undefined) tracks.push([segment]);
    else free.push(segment);
  }
  return tracks;
}

/** Whether some of a segment is in what is seen. */
export function isSeen(segment: Segment, seen: Span): boolean {
  return first(segment) <= seen.to && last(segment) >= seen.from;
}

/**
 * What is seen of a track as pieces that fill its width. The browser gives each its part of it and none of the
 * segments less than can be seen; so the last one ends where what is seen does, to the pixel.
 */
export function cellsOf(track: readonly Segment[], seen: Span): readonly Cell[] {
  const cells: Cell[] = [];
  let at = seen.from;
  for (const segment of track.filter((one) => isSeen(one, seen))) {
    const from = Math.max(at, first(segment));
    const to = Math.max(from, Math.min(seen.to, last(segment)));
    cells.push({ ms: from - at }, { ms: to - from, segment });
    at = to;
  }
  cells.push({ ms: seen.to - at });
  return cells.filter(({ ms, segment }) => ms > 0 || segment !== undefined);
}

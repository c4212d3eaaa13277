import { instantAt, lengthOf, shareAt, type Span } from "./span.ts";

/** What is seen of a call may be no shorter than this: then a second is wide enough to point at. */
const LEAST_MS = 5_000;

/** The span of a length that has its end within the whole, as near as can be to where it was. */
function within(whole: Span, from: number, length: number): Span {
  if (length >= lengthOf(whole)) return whole;
  const start = Math.min(Math.max(from, whole.from), whole.to - length);
  return { from: start, to: start + length };
}

/**
 * What is seen after zooming in by `factor`, or out by one below 1. What is at `share` of the width stays
 * there, as far as the whole allows it.
 */
export function zoomed(whole: Span, seen: Span, factor: number, share = 0.5): Span {
  const least = Math.min(LEAST_MS, lengthOf(whole));
  const length = Math.max(least, lengthOf(seen) / factor);
  return within(whole, instantAt(seen, share) - share * length, length);
}

/** What is seen after going on by a share of what is seen now, or back by a negative one. */
export function panned(whole: Span, seen: Span, share: number): Span {
  return within(whole, instantAt(seen, share), lengthOf(seen));
}

export const isWhole = (whole: Span, seen: Span): boolean => lengthOf(seen) >= lengthOf(whole);

/** Whether nothing more can be zoomed into. */
export const isNearest = (whole: Span, seen: Span): boolean =>
  lengthOf(seen) <= Math.min(LEAST_MS, lengthOf(whole));

const SECOND = 1_000;
const OF_SIXTY = [1, 2, 5, 10, 15, 30];
const STEPS = [
  ...OF_SIXTY,
  ...OF_SIXTY.map((minutes) => minutes * 60),
  ...[1, 2, 3, 6, 12].map((hours) => hours * 3_600),
].map((seconds) => seconds * SECOND);
const DAY = 86_400 * SECOND;

/** The least step of whole seconds, minutes, hours or days by which at most `most` fit into a span. */
function stepOf(span: Span, most: number): number {
  const least = lengthOf(span) / most;
  const step = STEPS.find((one) => one >= least);
  if (step !== undefined) return step;
  const power = 10 ** Math.floor(Math.log10(least / DAY));
  return ([1, 2, 5, 10].find((times) => times * power * DAY >= least) ?? 10) * power * DAY;
}

/** Instants within what is seen, at round offsets from the start of the call, at most `most`. */
export function ticksOf(seen: Span, startsAt: number, most: number): readonly number[] {
  const step = stepOf(seen, most);
  const first = Math.floor((seen.from - startsAt) / step) + 1;
  const count = Math.ceil((seen.to - startsAt) / step) - first;
  return Array.from(
    { length: count },
    (_unused, index) => startsAt + (first + index) * step,
  ).filter((at) => shareAt(seen, at) > 0 && shareAt(seen, at) < 1);
}

/** A stretch of time, ms since the epoch; `to` is after `from`. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export const lengthOf = ({ from, to }: Span): number => to - from;

/** Where an instant is within a span: 0 at its start, 1 at its end, beyond them outside of it. */
export function shareAt(span: Span, instant: number): number {
  return (instant - span.from) / lengthOf(span);
}

/** The instant at a share of a span; undoes {@link shareAt}. */
export function instantAt(span: Span, share: number): number {
  return span.from + share * lengthOf(span);
}

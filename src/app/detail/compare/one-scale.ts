import type { Span } from "#app/detail/timeline/span.ts";
import type { CallTimeline } from "#app/detail/timeline/timeline-model.ts";
import type { Axis } from "#app/detail/timeline/use-axis.ts";

type Timed = Pick<CallTimeline, "whole" | "startsAt">;

const moved = ({ from, to }: Span, by: number): Span => ({ from: from + by, to: to + by });

/** From the earliest to the latest of several calls, each counted from its own start, ms. */
export function commonSpan(calls: readonly Timed[]): Span {
  const spans = calls.map(({ whole, startsAt }) => moved(whole, -startsAt));
  return {
    from: Math.min(...spans.map(({ from }) => from)),
    to: Math.max(...spans.map(({ to }) => to)),
  };
}

/** The axis of one of several calls on one scale: what moves it moves all of them. */
export function axisFrom(common: Axis, { startsAt }: Timed): Axis {
  return {
    ...common,
    whole: moved(common.whole, startsAt),
    seen: moved(common.seen, startsAt),
  };
}

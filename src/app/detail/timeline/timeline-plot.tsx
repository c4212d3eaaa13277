import { useId, useRef } from "react";
import { useTimelineText } from "#app/i18n/use-call-words.ts";
import { axisMove } from "./axis-key.ts";
import { AxisTicks } from "./axis-ticks.tsx";
import { TimelineLane } from "./timeline-lane.tsx";
import type { CallTimeline } from "./timeline-model.ts";
import { useAxisGestures } from "./use-axis-gestures.ts";
import type { Axis } from "./use-axis.ts";
import type { TimelineWords } from "./use-timeline-words.ts";
import heard from "#app/ui/heard.module.css";
import classes from "./timeline.module.css";

interface TimelinePlotProps {
  readonly timeline: CallTimeline;
  readonly axis: Axis;
  readonly words: TimelineWords;
}

/** All lanes over one axis, which keys, mouse and fingers move. */
export function TimelinePlot({ timeline, axis, words }: TimelinePlotProps) {
  const t = useTimelineText();
  const plot = useRef<HTMLDivElement>(null);
  useAxisGestures(plot, axis);
  const hint = useId();
  const { seen } = axis;
  const [from, to] = [seen.from, seen.to].map((at) => words.clock(at, timeline.startsAt));
  return (
    <div
      ref={plot}
      role="group"
      tabIndex={0}
      aria-label={t("axis", { from: from ?? "", to: to ?? "" })}
      aria-describedby={hint}
      aria-keyshortcuts="+ - 0 ArrowLeft ArrowRight"
      className={classes["plot"]}
      onKeyDown={(event) => {
        const move = axisMove(event);
        if (move === undefined) return;
        // A minus would widen the list's time range.
        event.preventDefault();
        move(axis);
      }}
    >
      <AxisTicks timeline={timeline} seen={seen} words={words} />
      <ul className={classes["lanes"]}>
        {timeline.lanes.map((lane, index) => (
          // Lanes keep their order as long as they are the same.
          <TimelineLane key={index} lane={lane} timeline={timeline} seen={seen} words={words} />
        ))}
      </ul>
      <span id={hint} className={heard["heard"]}>
        {t("keys")}
      </span>
    </div>
  );
}

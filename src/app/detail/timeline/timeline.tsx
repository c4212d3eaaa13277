import { useId, type CSSProperties, type ReactNode } from "react";
import { useTimelineText } from "#app/i18n/use-call-words.ts";
import { AfterPaint } from "#app/ui/after-paint.ts";
import { instantsOf } from "./call-timeline.ts";
import { MomentsList } from "./moments-list.tsx";
import type { Span } from "./span.ts";
import type { CallTimeline } from "./timeline-model.ts";
import { TimelineNotes } from "./timeline-notes.tsx";
import { TimelinePlot } from "./timeline-plot.tsx";
import { TimelineSource } from "./timeline-source.tsx";
import { type Axis, useAxis } from "./use-axis.ts";
import { useCallTimeline, type OpenCall } from "./use-call-timeline.ts";
import { useTimelineWords } from "./use-timeline-words.ts";
import { ZoomButtons } from "./zoom-buttons.tsx";
import classes from "./timeline.module.css";

/** What stands on the axis of a call's timeline. */
export interface AlongAxis {
  readonly whole: Span;
  readonly seen: Span;
  /** Of what happened in the call, in order, ms. */
  readonly instants: readonly number[];
}

interface TimelineProps extends OpenCall {
  /** What else is drawn along the same axis; undefined: there is none. */
  readonly children?: (along: AlongAxis | undefined) => ReactNode;
}

const NO_SPAN: Span = { from: 0, to: 1 };

/** One call along its time: who had it when, drawn, in writing and as a list. */
export function Timeline({ children, ...call }: TimelineProps) {
  const { timeline, ...told } = useCallTimeline(call);
  const axis = useAxis(timeline?.whole ?? NO_SPAN);
  const { whole, seen } = axis;
  return (
    <>
      <TimelineSection timeline={timeline} axis={axis} told={told} />
      {children?.(timeline && { whole, seen, instants: instantsOf(timeline) })}
    </>
  );
}

interface TimelineSectionProps {
  readonly timeline: CallTimeline | undefined;
  readonly axis: Axis;
  readonly told: Omit<ReturnType<typeof useCallTimeline>, "timeline">;
}

function TimelineSection({ timeline, axis, told }: TimelineSectionProps) {
  const t = useTimelineText();
  const title = useId();
  return (
    <section data-part="timeline" aria-labelledby={title} className={classes["timeline"]}>
      <h3 id={title} className={classes["title"]}>
        {t("title")}
      </h3>
      {timeline === undefined ? (
        <p className={classes["source"]}>{t("undated")}</p>
      ) : (
        // What the record holds is read first; about as much room is kept as its lanes will take.
        <div className={classes["place"]} style={lanesStyle(timeline)}>
          <AfterPaint>
            <DrawnTimeline
              timeline={timeline}
              axis={axis}
              source={<TimelineSource source={timeline.source} {...told} />}
            />
          </AfterPaint>
        </div>
      )}
    </section>
  );
}

// A style's own properties are not in React's types.
const lanesStyle = ({ lanes }: CallTimeline) => ({ "--lanes": lanes.length }) as CSSProperties;

interface DrawnTimelineProps {
  readonly timeline: CallTimeline;
  readonly axis: Axis;
  readonly source: ReactNode;
}

function DrawnTimeline({ timeline, axis, source }: DrawnTimelineProps) {
  const words = useTimelineWords();
  return (
    <>
      <ZoomButtons axis={axis} />
      <TimelineNotes timeline={timeline} words={words} />
      <TimelinePlot timeline={timeline} axis={axis} words={words} />
      {source}
      <MomentsList timeline={timeline} words={words} />
    </>
  );
}

import { useId, type CSSProperties, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { AfterPaint } from "#app/ui/after-paint.ts";
import { MomentsList } from "./moments-list.tsx";
import type { CallTimeline } from "./timeline-model.ts";
import { TimelineNotes } from "./timeline-notes.tsx";
import { TimelinePlot } from "./timeline-plot.tsx";
import { TimelineSource } from "./timeline-source.tsx";
import { useAxis } from "./use-axis.ts";
import { useCallTimeline, type OpenCall } from "./use-call-timeline.ts";
import { useTimelineWords } from "./use-timeline-words.ts";
import { ZoomButtons } from "./zoom-buttons.tsx";
import classes from "./timeline.module.css";

/** One call along its time: who had it when, drawn, in writing and as a list. */
export function Timeline(call: OpenCall) {
  const t = useTranslations("timeline");
  const title = useId();
  const { timeline, ...told } = useCallTimeline(call);
  return (
    <section aria-labelledby={title} className={classes["timeline"]}>
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
  readonly source: ReactNode;
}

function DrawnTimeline({ timeline, source }: DrawnTimelineProps) {
  const words = useTimelineWords();
  const axis = useAxis(timeline.whole);
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

import { useId, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { TimelineNotes } from "#app/detail/timeline/timeline-notes.tsx";
import { TimelinePlot } from "#app/detail/timeline/timeline-plot.tsx";
import { TimelineSource } from "#app/detail/timeline/timeline-source.tsx";
import { useAxis, type Axis } from "#app/detail/timeline/use-axis.ts";
import {
  useCallTimeline,
  type OpenCall,
  type TimelineInHand,
} from "#app/detail/timeline/use-call-timeline.ts";
import { useTimelineWords } from "#app/detail/timeline/use-timeline-words.ts";
import { ZoomButtons } from "#app/detail/timeline/zoom-buttons.tsx";
import { useTimelineText } from "#app/i18n/use-call-words.ts";
import { axisFrom, commonSpan } from "./one-scale.ts";
import lines from "#app/detail/timeline/timeline.module.css";
import classes from "./compare.module.css";

interface PairedTimelinesProps {
  readonly pinned: OpenCall;
  readonly open: OpenCall;
}

/** Two calls below each other, each from its own start on, so that equal lengths are equally wide. */
export function PairedTimelines({ pinned, open }: PairedTimelinesProps) {
  const t = useTranslations("compare");
  const title = useId();
  const told = { pinned: useCallTimeline(pinned), open: useCallTimeline(open) };
  const drawn = Object.values(told).flatMap(({ timeline }) => timeline ?? []);
  const axis = useAxis(drawn.length === 0 ? { from: 0, to: 1 } : commonSpan(drawn));
  return (
    <section data-part="timeline" aria-labelledby={title} className={lines["timeline"]}>
      <h3 id={title} className={lines["title"]}>
        {t("timelines")}
      </h3>
      <ZoomButtons axis={axis} />
      {(["pinned", "open"] as const).map((side) => (
        <OneOfTwo key={side} {...told[side]} common={axis}>
          {t(side)}
        </OneOfTwo>
      ))}
    </section>
  );
}

interface OneOfTwoProps extends TimelineInHand {
  readonly common: Axis;
  /** Which of the two it is. */
  readonly children: ReactNode;
}

function OneOfTwo({ timeline, common, children, ...told }: OneOfTwoProps) {
  const t = useTimelineText();
  const words = useTimelineWords();
  const title = useId();
  return (
    <section aria-labelledby={title} className={classes["timeline"]}>
      <h4 id={title} className={classes["which"]}>
        {children}
      </h4>
      {timeline === undefined ? (
        <p className={lines["source"]}>{t("undated")}</p>
      ) : (
        <>
          <TimelineNotes timeline={timeline} words={words} />
          <TimelinePlot timeline={timeline} axis={axisFrom(common, timeline)} words={words} />
          <TimelineSource source={timeline.source} {...told} />
        </>
      )}
    </section>
  );
}

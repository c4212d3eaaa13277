import ExpandOutlined from "@ant-design/icons/es/icons/ExpandOutlined";
import MinusOutlined from "@ant-design/icons/es/icons/MinusOutlined";
import PlusOutlined from "@ant-design/icons/es/icons/PlusOutlined";
import Button from "antd/es/button";
import { useId, type CSSProperties, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { isFinal } from "#app/api/api-error.ts";
import { useIsTold } from "#app/api/outage.ts";
import { useErrorWords } from "#app/i18n/error-words.ts";
import { useFormats } from "#app/i18n/formats.ts";
import { AfterPaint } from "#app/ui/after-paint.ts";
import { isNearest, isWhole } from "./axis.ts";
import { instantsOf } from "./call-timeline.ts";
import { MomentsList } from "./moments-list.tsx";
import type { Span } from "./span.ts";
import type { CallTimeline } from "./timeline-model.ts";
import { TimelinePlot } from "./timeline-plot.tsx";
import { useAxis, type Axis } from "./use-axis.ts";
import { useCallTimeline, type OpenCall } from "./use-call-timeline.ts";
import { useTimelineWords } from "./use-timeline-words.ts";
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
  readonly children: (along: AlongAxis | undefined) => ReactNode;
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
      {children(timeline && { whole, seen, instants: instantsOf(timeline) })}
    </>
  );
}

interface TimelineSectionProps {
  readonly timeline: CallTimeline | undefined;
  readonly axis: Axis;
  readonly told: Omit<ReturnType<typeof useCallTimeline>, "timeline">;
}

function TimelineSection({ timeline, axis, told }: TimelineSectionProps) {
  const t = useTranslations("timeline");
  const title = useId();
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
              axis={axis}
              source={<Source source={timeline.source} {...told} />}
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
  const t = useTranslations("timeline");
  const words = useTimelineWords();
  const { doubts, releasedAt } = timeline;
  return (
    <>
      <ZoomButtons axis={axis} />
      {doubts.length > 0 && (
        <p className={classes["doubtful"]}>
          {t("doubtful", { reasons: doubts.map(words.doubt).join(t("separator")) })}
        </p>
      )}
      {releasedAt === undefined && <p className={classes["source"]}>{t("running")}</p>}
      <TimelinePlot timeline={timeline} axis={axis} words={words} />
      {source}
      <MomentsList timeline={timeline} words={words} />
    </>
  );
}

/** Plain ones: antd's take as long as all lanes together. Not disabled at their ends: a button that takes one there would lose the focus. */
function ZoomButtons({ axis: { whole, seen, zoom, showWhole } }: { readonly axis: Axis }) {
  const t = useTranslations("timeline");
  const button = (label: string, icon: ReactNode, isOff: boolean, go: () => void) => (
    <button
      type="button"
      aria-disabled={isOff}
      aria-label={label}
      title={label}
      className={classes["button"]}
      onClick={() => !isOff && go()}
    >
      {icon}
    </button>
  );
  return (
    <span className={classes["zoom"]}>
      {button(t("zoomOut"), <MinusOutlined aria-hidden />, isWhole(whole, seen), () => zoom(1 / 2))}
      {button(t("zoomIn"), <PlusOutlined aria-hidden />, isNearest(whole, seen), () => zoom(2))}
      {button(t("showWhole"), <ExpandOutlined aria-hidden />, isWhole(whole, seen), showWhole)}
    </span>
  );
}

interface SourceProps extends Omit<ReturnType<typeof useCallTimeline>, "timeline"> {
  readonly source: CallTimeline["source"];
}

/** Which of the two is drawn, why, and whose clocks are shown. */
function Source({ source, events, isRecordMissing }: SourceProps) {
  const t = useTranslations("timeline");
  const errors = useTranslations("errors");
  const errorWords = useErrorWords();
  const { timeZone } = useFormats();
  const { error, isFetching } = events;
  const isTold = useIsTold(error);
  function why(): string {
    if (source === "events") return t("source.events");
    // Of this code the screen's words speak of the list of calls.
    if (error?.code === "upstream_forbidden") return t("source.forbidden");
    if (error !== null) return t("source.failed", { reason: errorWords(error).title });
    if (isRecordMissing) return t("source.unread");
    return t(events.isPending ? "source.reading" : "source.sums");
  }
  return (
    <p className={classes["source"]}>
      <span>{`${why()} · ${t("zone", { zone: timeZone })}`}</span>
      {error !== null && !isFinal(error) && !isTold && (
        <Button type="link" size="small" loading={isFetching} onClick={() => void events.refetch()}>
          {errors("retry")}
        </Button>
      )}
    </p>
  );
}

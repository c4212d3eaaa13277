import ExpandOutlined from "@ant-design/icons/es/icons/ExpandOutlined";
import MinusOutlined from "@ant-design/icons/es/icons/MinusOutlined";
import PlusOutlined from "@ant-design/icons/es/icons/PlusOutlined";
import Button from "antd/es/button";
import { useId, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { isFinal } from "#app/api/api-error.ts";
import { useErrorWords } from "#app/i18n/error-words.ts";
import { useFormats } from "#app/i18n/formats.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import { isNearest, isWhole } from "./axis.ts";
import { MomentsList } from "./moments-list.tsx";
import type { CallTimeline } from "./timeline-model.ts";
import { TimelinePlot } from "./timeline-plot.tsx";
import { useAxis, type Axis } from "./use-axis.ts";
import { useCallTimeline } from "./use-call-timeline.ts";
import { useTimelineWords } from "./use-timeline-words.ts";
import classes from "./timeline.module.css";

interface TimelineProps {
  readonly instance: string;
  readonly contactId: string;
  readonly record: CallRecord;
}

/** One call along its time: who had it when, drawn, in writing and as a list. */
export function Timeline({ instance, contactId, record }: TimelineProps) {
  const t = useTranslations("timeline");
  const title = useId();
  const { timeline, events } = useCallTimeline(instance, contactId, record);
  return (
    <section aria-labelledby={title} className={classes["timeline"]}>
      {timeline === undefined ? (
        <>
          <Head id={title} />
          <p className={classes["source"]}>{t("undated")}</p>
        </>
      ) : (
        <DrawnTimeline
          timeline={timeline}
          titleId={title}
          source={<Source timeline={timeline} events={events} />}
        />
      )}
    </section>
  );
}

interface DrawnTimelineProps {
  readonly timeline: CallTimeline;
  readonly titleId: string;
  readonly source: ReactNode;
}

function DrawnTimeline({ timeline, titleId, source }: DrawnTimelineProps) {
  const t = useTranslations("timeline");
  const words = useTimelineWords();
  const axis = useAxis(timeline.whole);
  const { doubts, releasedAt } = timeline;
  return (
    <>
      <Head id={titleId}>
        <ZoomButtons axis={axis} />
      </Head>
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

function Head({ id, children }: { readonly id: string; readonly children?: ReactNode }) {
  const t = useTranslations("timeline");
  return (
    <div className={classes["titleLine"]}>
      <h3 id={id} className={classes["title"]}>
        {t("title")}
      </h3>
      {children}
    </div>
  );
}

/** Not disabled at their ends: a button that takes one there would lose the focus. */
function ZoomButtons({ axis: { whole, seen, zoom, showWhole } }: { readonly axis: Axis }) {
  const t = useTranslations("timeline");
  const button = (label: string, icon: ReactNode, isOff: boolean, go: () => void) => (
    <Button
      type="text"
      size="small"
      icon={icon}
      aria-disabled={isOff}
      className={(isOff && classes["off"]) || ""}
      aria-label={label}
      title={label}
      onClick={() => !isOff && go()}
    />
  );
  return (
    <span className={classes["zoom"]}>
      {button(t("zoomOut"), <MinusOutlined aria-hidden />, isWhole(whole, seen), () => zoom(1 / 2))}
      {button(t("zoomIn"), <PlusOutlined aria-hidden />, isNearest(whole, seen), () => zoom(2))}
      {button(t("showWhole"), <ExpandOutlined aria-hidden />, isWhole(whole, seen), showWhole)}
    </span>
  );
}

interface SourceProps {
  readonly timeline: CallTimeline;
  readonly events: ReturnType<typeof useCallTimeline>["events"];
}

/** Which of the two is drawn, why, and whose clocks are shown. */
function Source({ timeline, events }: SourceProps) {
  const t = useTranslations("timeline");
  const errors = useTranslations("errors");
  const errorWords = useErrorWords();
  const { timeZone } = useFormats();
  const { error, isFetching } = events;
  function source(): string {
    if (timeline.source === "events") return t("source.events");
    // Of this code the screen's words speak of the list of calls.
    if (error?.code === "upstream_forbidden") return t("source.forbidden");
    if (error !== null) return t("source.failed", { reason: errorWords(error).title });
    return t(events.isPending ? "source.reading" : "source.sums");
  }
  return (
    <p className={classes["source"]}>
      {`${source()} · ${t("zone", { zone: timeZone })}`}
      {error !== null && !isFinal(error) && (
        <Button type="link" size="small" loading={isFetching} onClick={() => void events.refetch()}>
          {errors("retry")}
        </Button>
      )}
    </p>
  );
}

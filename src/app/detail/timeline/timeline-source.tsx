import Button from "antd/es/button";
import { useTranslations } from "use-intl";
import { isFinal } from "#app/api/api-error.ts";
import { useIsTold } from "#app/api/outage.ts";
import { useErrorWords } from "#app/i18n/error-words.ts";
import { useTimelineText } from "#app/i18n/use-call-words.ts";
import { useFormats } from "#app/i18n/use-formats.ts";
import type { CallTimeline } from "./timeline-model.ts";
import type { TimelineInHand } from "./use-call-timeline.ts";
import classes from "./timeline.module.css";

interface TimelineSourceProps extends Omit<TimelineInHand, "timeline"> {
  readonly source: CallTimeline["source"];
}

/** Which of the two is drawn, why, and whose clocks are shown. */
export function TimelineSource({ source, events, isRecordMissing }: TimelineSourceProps) {
  const t = useTimelineText();
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

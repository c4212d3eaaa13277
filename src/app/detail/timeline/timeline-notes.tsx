import { useTranslations } from "use-intl";
import type { CallTimeline } from "./timeline-model.ts";
import type { TimelineWords } from "./use-timeline-words.ts";
import classes from "./timeline.module.css";

interface TimelineNotesProps {
  readonly timeline: CallTimeline;
  readonly words: TimelineWords;
}

/** What is odd about a call's times, above where they are drawn. */
export function TimelineNotes({ timeline: { doubts, releasedAt }, words }: TimelineNotesProps) {
  const t = useTranslations("timeline");
  return (
    <>
      {doubts.length > 0 && (
        <p className={classes["doubtful"]}>
          {t("doubtful", { reasons: doubts.map(words.doubt).join(t("separator")) })}
        </p>
      )}
      {releasedAt === undefined && <p className={classes["source"]}>{t("running")}</p>}
    </>
  );
}

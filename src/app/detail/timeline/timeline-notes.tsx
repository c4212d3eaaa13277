import { useTimelineText } from "#app/i18n/use-call-words.ts";
import { useDoubtWords } from "#app/i18n/use-doubt-words.ts";
import type { CallTimeline } from "./timeline-model.ts";
import type { TimelineWords } from "./use-timeline-words.ts";
import classes from "./timeline.module.css";

interface TimelineNotesProps {
  readonly timeline: CallTimeline;
  readonly words: TimelineWords;
}

/** What is odd about a call's times, above where they are drawn. */
export function TimelineNotes({ timeline, words }: TimelineNotesProps) {
  const t = useTimelineText();
  const { doubtful, separator } = useDoubtWords();
  const reasons = words.reasons(timeline);
  return (
    <>
      {reasons.length > 0 && (
        <p className={classes["doubtful"]}>{doubtful(reasons.join(separator))}</p>
      )}
      {timeline.releasedAt === undefined && <p className={classes["source"]}>{t("running")}</p>}
    </>
  );
}

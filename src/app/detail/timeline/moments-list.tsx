import { useTimelineText } from "#app/i18n/use-call-words.ts";
import { createChoice, usePreference } from "#app/ui/preference.ts";
import { MomentsTable } from "./moments-table.tsx";
import type { CallTimeline } from "./timeline-model.ts";
import type { TimelineWords } from "./use-timeline-words.ts";
import classes from "./timeline.module.css";

// Most calls are left without a look at it.
const LIST_STATE = createChoice("callscope.detail.moments", ["open", "folded"]);

interface MomentsListProps {
  readonly timeline: CallTimeline;
  readonly words: TimelineWords;
}

/** The timeline in words, for whoever does not see the drawing, and for a spreadsheet. */
export function MomentsList({ timeline, words }: MomentsListProps) {
  const t = useTimelineText();
  const [state, setState] = usePreference(LIST_STATE);
  const isOpen = state === "open";
  return (
    <details
      className={classes["list"]}
      open={isOpen}
      onToggle={({ currentTarget }) => setState(currentTarget.open ? "open" : undefined)}
    >
      <summary className={classes["summary"]}>
        {t("list", { count: timeline.moments.length })}
      </summary>
      {isOpen && <MomentsTable timeline={timeline} words={words} />}
    </details>
  );
}

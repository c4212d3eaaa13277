import { useState } from "react";
import { useTranslations } from "use-intl";
import { MomentsTable } from "./moments-table.tsx";
import type { CallTimeline } from "./timeline-model.ts";
import type { TimelineWords } from "./use-timeline-words.ts";
import classes from "./timeline.module.css";

interface MomentsListProps {
  readonly timeline: CallTimeline;
  readonly words: TimelineWords;
}

/** The timeline in words, for whoever does not see the drawing, and for a spreadsheet. */
export function MomentsList({ timeline, words }: MomentsListProps) {
  const t = useTranslations("timeline");
  // Most calls are left without a look at it.
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      className={classes["list"]}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary className={classes["summary"]}>
        {t("list", { count: timeline.moments.length })}
      </summary>
      {isOpen && <MomentsTable timeline={timeline} words={words} />}
    </details>
  );
}

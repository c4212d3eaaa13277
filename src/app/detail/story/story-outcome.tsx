import { useStoryWords } from "#app/i18n/use-call-words.ts";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "#contract/time/durations.ts";
import type { CallerStory } from "./caller-story.ts";
import classes from "./story.module.css";

/** What happened after a caller reached nobody. */
export function StoryOutcome(after: NonNullable<CallerStory["afterwards"]>) {
  const t = useStoryWords();
  const { calledBack, rangAgain } = after;
  const length = (ms: number) => {
    if (ms < HOUR_MS) return t("after.minutes", { minutes: Math.round(ms / MINUTE_MS) });
    const [days, hours] = [Math.floor(ms / DAY_MS), Math.floor(ms / HOUR_MS)];
    const minutes = Math.floor((ms % HOUR_MS) / MINUTE_MS);
    return days < 2
      ? t("after.hours", { hours, minutes })
      : t("after.days", { days, hours: hours - days * 24 });
  };
  const lines = (["rangAgain", "calledBack"] as const).flatMap((what) => {
    const next = after[what];
    if (next === undefined) return [];
    const outcome = t(next.isAnswered ? "after.answered" : "after.unanswered");
    return { what, text: t(`after.${what}`, { length: length(next.afterMs), outcome }) };
  });
  if (calledBack === undefined && rangAgain === undefined)
    return <p className={classes["after"]}>{t("after.neither")}</p>;
  return lines.map(({ what, text }) => (
    <p key={what} className={classes["after"]}>
      {text}
    </p>
  ));
}

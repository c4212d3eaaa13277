import { useTranslations } from "use-intl";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "#contract/time/durations.ts";
import type { CallerStory } from "./caller-story.ts";
import classes from "./story.module.css";

/** What happened after a caller reached nobody. */
export function StoryOutcome(after: NonNullable<CallerStory["afterwards"]>) {
  const t = useTranslations("story.after");
  const { calledBack, rangAgain } = after;
  const length = (ms: number) => {
    if (ms < HOUR_MS) return t("minutes", { minutes: Math.round(ms / MINUTE_MS) });
    const [days, hours] = [Math.floor(ms / DAY_MS), Math.floor(ms / HOUR_MS)];
    const minutes = Math.floor((ms % HOUR_MS) / MINUTE_MS);
    return days < 2
      ? t("hours", { hours, minutes })
      : t("days", { days, hours: hours - days * 24 });
  };
  const lines = (["rangAgain", "calledBack"] as const).flatMap((what) => {
    const next = after[what];
    if (next === undefined) return [];
    const outcome = t(next.isAnswered ? "answered" : "unanswered");
    return { what, text: t(what, { length: length(next.afterMs), outcome }) };
  });
  if (calledBack === undefined && rangAgain === undefined)
    return <p className={classes["after"]}>{t("neither")}</p>;
  return lines.map(({ what, text }) => (
    <p key={what} className={classes["after"]}>
      {text}
    </p>
  ));
}

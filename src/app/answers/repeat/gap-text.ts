import type { RepeatWords } from "#app/i18n/repeat-words-zh-cn.ts";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "#contract/time/durations.ts";
import type { Formats } from "#labels/formats.ts";

/** How long lies between two calls: `40 秒`, `5 分钟`, `3 小时 12 分钟`, `2 天 5 小时`. */
export function gapText(
  ms: number,
  { gap }: Pick<RepeatWords, "gap">,
  { count }: Pick<Formats, "count">,
): string {
  const whole = (unit: number, within = Infinity) => count(Math.floor((ms % within) / unit));
  if (ms < MINUTE_MS) return gap.seconds(whole(1_000));
  if (ms < HOUR_MS) return gap.minutes(whole(MINUTE_MS));
  if (ms < DAY_MS) return gap.hours(whole(HOUR_MS), whole(MINUTE_MS, HOUR_MS));
  return gap.days(whole(DAY_MS), whole(HOUR_MS, DAY_MS));
}

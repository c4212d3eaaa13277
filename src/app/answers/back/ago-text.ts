import type { BackWords } from "#app/i18n/back-words-zh-cn.ts";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "#contract/time/durations.ts";
import type { Formats } from "#labels/formats.ts";

/** How long ago something was: `5 分钟前`, `3 小时 12 分钟前`, `2 天 5 小时前`. */
export function agoText(
  ms: number,
  { ago }: Pick<BackWords, "ago">,
  { count }: Pick<Formats, "count">,
): string {
  const whole = (unit: number, within = Infinity) =>
    count(Math.floor((Math.max(0, ms) % within) / unit));
  if (ms < HOUR_MS) return ago.minutes(whole(MINUTE_MS));
  if (ms < DAY_MS) return ago.hours(whole(HOUR_MS), whole(MINUTE_MS, HOUR_MS));
  return ago.days(whole(DAY_MS), whole(HOUR_MS, DAY_MS));
}

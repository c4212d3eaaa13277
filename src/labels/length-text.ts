import { readSecondsRange } from "#contract/filter/seconds-range.ts";
import type { Labels } from "./labels.ts";

/** `60 秒`, `2 分 30 秒`: as people say it. Up to two minutes they count seconds. */
function lengthText(labels: Pick<Labels, "lengths">, seconds: number): string {
  const { hours, minutes, seconds: one } = labels.lengths;
  if (seconds < 120) return `${seconds}${one}`;
  const parts = [
    [Math.floor(seconds / 3600), hours],
    [Math.floor((seconds % 3600) / 60), minutes],
    [seconds % 60, one],
  ] as const;
  return parts.flatMap(([amount, unit]) => (amount > 0 ? [`${amount}${unit}`] : [])).join(" ");
}

/** The range of a duration in words: `60 秒及以上`. A text that names no range stays as it is. */
export function secondsRangeText(labels: Pick<Labels, "lengths">, text: string): string {
  const { from, to } = readSecondsRange(text) ?? {};
  const words = labels.lengths;
  if (from === undefined && to === undefined) return text;
  if (from === undefined) return lengthText(labels, to ?? 0) + words.orLess;
  const least = lengthText(labels, from);
  if (to === undefined) return least + words.orMore;
  return from === to ? words.exactly + least : least + words.to + lengthText(labels, to);
}

import { readSecondsRange } from "#contract/filter/seconds-range.ts";
import type { Labels } from "./labels.ts";

type LengthWords = Labels["lengths"];

/** `60 秒`, `2 分 30 秒`: as people say it. Up to two minutes they count seconds. */
function lengthText(words: LengthWords, seconds: number): string {
  const isShort = seconds < 120;
  const parts = [
    [words.hours, isShort ? 0 : Math.floor(seconds / 3600)],
    [words.minutes, isShort ? 0 : Math.floor((seconds % 3600) / 60)],
    [words.seconds, isShort ? seconds : seconds % 60],
  ] as const;
  const said = parts.filter(([, n]) => n > 0);
  return (said.length > 0 ? said : parts.slice(-1))
    .map(([text, n]) => text.replace("{n}", String(n)))
    .join(" ");
}

/** The range of a duration in words: `60 秒及以上`. A text that names no range stays as it is. */
export function secondsRangeText({ lengths: words }: Pick<Labels, "lengths">, text: string): string {
  const { from, to } = readSecondsRange(text) ?? {};
  const least = from === undefined ? "" : lengthText(words, from);
  const most = to === undefined ? "" : lengthText(words, to);
  if (least === "" && most === "") return text;
  const form =
    most === "" ? words.from : least === "" ? words.to : from === to ? words.exactly : words.between;
  return form.replace("{from}", least).replace("{to}", most);
}

import type { LevelWords } from "#app/i18n/level-words-zh-cn.ts";
import { levelBase, levelShare, type LevelCounts } from "#contract/filter/level-share.ts";
import type { ServiceLevel } from "#contract/filter/service-level.ts";
import type { Formats } from "#labels/formats.ts";

/** What the figure is: `服务水平 20 秒内`. */
export function levelName({ seconds }: ServiceLevel, words: LevelWords, formats: Formats): string {
  return `${words.name} ${words.within(formats.count(seconds))}`;
}

/** What it is a share of; null where that could not be counted. */
export function levelBaseText(
  counts: LevelCounts,
  { formula }: ServiceLevel,
  words: LevelWords,
  formats: Formats,
): string | null {
  if (levelBase(counts, formula) === null) return null;
  const calls = formula === "answered" ? counts.answered : counts.offered;
  return words.bases[formula](formats.count(calls ?? 0));
}

/** The figure with its base and what stands apart from it, each as one would write it; none while it is not known. */
export function levelTexts(
  counts: LevelCounts,
  level: ServiceLevel,
  words: LevelWords,
  formats: Formats,
): readonly string[] {
  const share = levelShare(counts, level.formula);
  if (typeof share !== "number") return [];
  return [
    `${levelName(level, words, formats)} ${formats.percent(share)}`,
    levelBaseText(counts, level, words, formats) ?? "",
    counts.short === null ? "" : words.short(formats.count(counts.short)),
  ].filter((text) => text !== "");
}

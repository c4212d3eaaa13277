import type { useTranslations } from "use-intl";
import type { LevelWords } from "#app/i18n/level-words-zh-cn.ts";
import type { Formats } from "#labels/formats.ts";
import { levelTexts } from "./level-text.ts";
import { RANK_SHARES } from "./rank-shares.ts";
import { shareOf } from "./share-of.ts";
import type { Ranks, SummaryInHand } from "./use-summary.ts";

/** Between the figures of a line. */
const BETWEEN = " · ";
const SHARES = ["answered", "abandoned"] as const;
const RANKED = [
  { field: "queueTime", of: "queued" },
  { field: "talkTime", of: "talked" },
] as const;
const NAMES = ["median", "percentile"] as const;

type Words = ReturnType<typeof useTranslations<"summary">>;
type Told = Pick<SummaryInHand, "counts" | "queueTime" | "talkTime"> & {
  readonly base: Pick<SummaryInHand["base"], "kind">;
  readonly level: Pick<SummaryInHand["level"], "level" | "now">;
};

/** The figures as plain text, in lines short enough for a chat. What is not known yet is left out. */
export function figuresText(
  summary: Told,
  t: Words,
  levelWords: LevelWords,
  formats: Formats,
): string {
  const { counts, base, level } = summary;
  if (typeof counts.total !== "number") return "";
  const total = `${t("total")} ${formats.count(counts.total)}`;
  if (counts.total === 0) return total;
  const shares = SHARES.flatMap((share) => {
    const part = shareOf(counts, share);
    return typeof part === "number" ? [`${t(share)} ${formats.percent(part)}`] : [];
  });
  const lines = [
    total,
    withBase(
      shares,
      typeof counts.base === "number" ? t(base.kind, { count: formats.count(counts.base) }) : "",
    ),
    (level.now ? levelTexts(level.now, level.level, levelWords, formats) : []).join(BETWEEN),
    ...RANKED.map(({ field, of }) => {
      const { base: among } = summary[field];
      const known = rankTexts(summary[field], t, formats);
      const told = typeof among === "number" ? t(of, { count: formats.count(among) }) : "";
      return known.length === 0 ? "" : `${t(field)} ${withBase(known, told)}`;
    }),
  ];
  return lines.filter((line) => line !== "").join("\n");
}

function rankTexts(ranks: Ranks, t: Words, formats: Formats): readonly string[] {
  return RANK_SHARES.flatMap((share, index) => {
    const seconds = ranks.known.find((rank) => rank.share === share)?.seconds ?? undefined;
    const name = NAMES[index];
    return seconds === undefined || name === undefined
      ? []
      : [`${t(name)} ${formats.seconds(seconds)}`];
  });
}

const withBase = (figures: readonly string[], base: string) =>
  figures.length === 0 ? "" : [...figures, base].filter((part) => part !== "").join(BETWEEN);

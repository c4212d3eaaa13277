import { useTranslations } from "use-intl";
import { useFormats } from "#app/i18n/use-formats.ts";
import type { Tone } from "#contract/record/tones.ts";
import { sumOf, type Bucket } from "./histogram-buckets.ts";
import { periodText } from "./period-text.ts";
import { STACKED_TONES } from "./stacked-tones.ts";

/** What is to be said of some neighbouring buckets. */
export interface SpanWords {
  readonly period: string;
  readonly count: string;
  /** From the top of a bar to its ground; those that have no calls are left out. */
  readonly tones: readonly {
    readonly tone: Tone;
    readonly label: string;
    readonly count: string;
  }[];
  /** The same of the earlier period. */
  readonly earlier: { readonly period: string; readonly count: string } | undefined;
  /** All of it in a sentence. */
  readonly text: string;
}

/**
 * Says what buckets from one to another, both inclusive, hold.
 *
 * @param nowMs years other than this one are written out
 */
export function useSpanWords(
  buckets: readonly Bucket[],
  earlier: readonly Bucket[] | undefined,
  nowMs: number,
): (first: number, last: number) => SpanWords {
  const t = useTranslations("histogram");
  const formats = useFormats();
  const period = (of: readonly Bucket[], first: number, last: number) =>
    periodText(of[first]?.from ?? 0, of[last]?.end ?? 0, formats, nowMs);
  const countText = (of: readonly Bucket[], first: number, last: number) => {
    const count = sumOf(of, first, last);
    if (count !== undefined) return t("count", { count });
    return t(
      of.slice(first, last + 1).some(({ hasFailed }) => hasFailed) ? "uncounted" : "pending",
    );
  };
  return (first, last) => {
    const spanned = buckets.slice(first, last + 1);
    const isToned = spanned.some(({ tones }) => tones !== undefined);
    const tones = STACKED_TONES.toReversed().flatMap((tone) => {
      const count = spanned.reduce((sum, bucket) => sum + (bucket.tones?.[tone] ?? 0), 0);
      return isToned && count > 0
        ? [{ tone, label: t(`tones.${tone}`), count: formats.count(count) }]
        : [];
    });
    const words = {
      period: period(buckets, first, last),
      count: countText(buckets, first, last),
      tones,
      earlier: earlier && {
        period: period(earlier, first, last),
        count: countText(earlier, first, last),
      },
    };
    const parts = [
      `${words.period} · ${words.count}`,
      ...tones.map(({ label, count }) => `${label} ${count}`),
      ...(words.earlier ? [`${words.earlier.period} · ${words.earlier.count}`] : []),
    ];
    return { ...words, text: parts.join(", ") };
  };
}

import { useTranslations } from "use-intl";
import { useFormats } from "#app/i18n/use-formats.ts";
import { useLabels } from "#app/i18n/use-labels.ts";
import type { RankedField } from "#contract/api/asks.ts";
import { pageOfPosition } from "#contract/view/page-of-position.ts";
import { RANK_SHARES, type RankShare } from "./rank-shares.ts";
import { SummaryBase } from "./summary-base.tsx";
import { SummaryGrowth } from "./summary-growth.tsx";
import { SummaryValue } from "./summary-value.tsx";
import type { Rank, Ranks } from "./use-summary.ts";
import classes from "./summary-strip.module.css";

interface SummaryRanksProps {
  readonly field: Extract<RankedField, "queueTime" | "talkTime">;
  readonly ranks: Ranks;
  /** The same a week earlier, where it is asked for. */
  readonly earlier: Ranks | undefined;
  /** Shows the list, sorted by the field from the longest, from the call at the rank on. */
  readonly onDrill: (field: RankedField, position: number, page: number) => void;
}

const NAMES = { 0.5: "median", 0.9: "percentile" } as const satisfies Record<RankShare, string>;
const BASES = { queueTime: "queued", talkTime: "talked" } as const;

/** A duration of the calls that have one: its median, what nine in ten stay below, and how many they are. */
export function SummaryRanks({ field, ranks, earlier, onDrill }: SummaryRanksProps) {
  const t = useTranslations("summary");
  const formats = useFormats();
  const base =
    typeof ranks.base === "number"
      ? t(BASES[field], { count: formats.count(ranks.base) })
      : ranks.base;
  return (
    <span className={classes["item"]}>
      <span className={classes["label"]}>{t(field)}</span>
      {RANK_SHARES.map((share) => (
        <span key={share} className={classes["rank"]}>
          <span className={classes["name"]}>{t(NAMES[share])}</span>
          <RankValue
            share={share}
            rank={ranks.known.find((rank) => rank.share === share)}
            before={earlier?.known.find((rank) => rank.share === share)?.seconds ?? undefined}
            base={base ?? undefined}
            hasFailed={ranks.hasFailed}
            field={field}
            onDrill={onDrill}
          />
        </span>
      ))}
      <SummaryBase text={base} />
      {earlier && <SummaryGrowth now={ranks.base} before={earlier.base} />}
    </span>
  );
}

interface RankValueProps extends Pick<SummaryRanksProps, "field" | "onDrill"> {
  readonly share: RankShare;
  readonly rank: Rank | undefined;
  /** Seconds, a week earlier. */
  readonly before: number | undefined;
  readonly base: string | undefined;
  readonly hasFailed: boolean;
}

function RankValue({ share, rank, before, base, field, hasFailed, onDrill }: RankValueProps) {
  const t = useTranslations("summary");
  const formats = useFormats();
  const labels = useLabels();
  const name = `${t(field)} ${t(NAMES[share])}`;
  if (rank === undefined) return <SummaryValue name={name} text={hasFailed ? null : undefined} />;
  const { seconds, position } = rank;
  if (base === undefined || (position !== null && seconds === null))
    return <SummaryValue name={name} text={t("beyond")} hint={t("beyondHint")} isNote />;
  if (seconds === null || position === null)
    return <SummaryValue name={name} text={null} base={base} />;
  const value = formats.seconds(seconds);
  const page = pageOfPosition(position);
  const hint = [
    t("rank", { share: `${100 * share}%`, value, base }),
    before !== undefined && t("earlier", { value: formats.seconds(before) }),
  ]
    .filter(Boolean)
    .join("\n");
  // Pages reach less far than the rank was looked up.
  if (page === undefined) return <SummaryValue name={name} text={value} base={base} hint={hint} />;
  const goTo = t("goToRank", { field: labels.fields[field], position: formats.count(position) });
  return (
    <SummaryValue
      name={name}
      text={value}
      base={base}
      hint={`${hint}\n${goTo}`}
      onDrill={() => onDrill(field, position, page)}
    />
  );
}

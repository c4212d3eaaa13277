import { useTranslations } from "use-intl";
import { useFormats } from "#app/i18n/formats.ts";
import { useLabels } from "#app/i18n/labels.ts";
import type { RankedField } from "#contract/api/counts.ts";
import { MAX_REACHABLE } from "#contract/record/list-limits.ts";
import { pageOfPosition, rankLimit } from "./rank-reach.ts";
import { SummaryValue } from "./summary-value.tsx";
import { RANK_SHARES, type Rank, type Ranks, type RankShare } from "./use-summary.ts";
import classes from "./summary-strip.module.css";

interface SummaryRanksProps {
  readonly field: Extract<RankedField, "queueTime" | "talkTime">;
  readonly ranks: Ranks;
  /** Shows the list, sorted by the field from the longest, from the call at the rank on. */
  readonly onDrill: (field: RankedField, position: number, page: number) => void;
}

const NAMES = { 0.5: "median", 0.9: "percentile" } as const satisfies Record<RankShare, string>;

/** A duration over all the calls: its median, and what nine calls in ten stay below. */
export function SummaryRanks({ field, ranks, onDrill }: SummaryRanksProps) {
  const t = useTranslations("summary");
  return (
    <span className={classes["item"]}>
      <span className={classes["label"]}>{t(field)}</span>
      {RANK_SHARES.map((share) => (
        <span key={share} className={classes["rank"]}>
          <span className={classes["name"]}>{t(NAMES[share])}</span>
          <RankValue
            share={share}
            rank={ranks.known.find((rank) => rank.share === share)}
            hasFailed={ranks.hasFailed}
            field={field}
            onDrill={onDrill}
          />
        </span>
      ))}
    </span>
  );
}

interface RankValueProps extends Omit<SummaryRanksProps, "ranks"> {
  readonly share: RankShare;
  readonly rank: Rank | undefined;
  readonly hasFailed: boolean;
}

function RankValue({ share, rank, field, hasFailed, onDrill }: RankValueProps) {
  const t = useTranslations("summary");
  const formats = useFormats();
  const labels = useLabels();
  const name = `${t(field)} ${t(NAMES[share])}`;
  if (rank === undefined) return <SummaryValue name={name} text={hasFailed ? null : undefined} />;
  const { seconds, position } = rank;
  if (position !== null && position > MAX_REACHABLE) {
    const most = formats.count(rankLimit(share));
    return (
      <SummaryValue
        name={name}
        text={t("beyond", { most })}
        hint={t("beyondHint", { reachable: formats.count(MAX_REACHABLE), most })}
        isNote
      />
    );
  }
  if (seconds === null || position === null) return <SummaryValue name={name} text={null} />;
  const value = formats.seconds(seconds);
  const page = pageOfPosition(position);
  const hint = t("rank", { share: `${100 * share}%`, value });
  // Smaller pages reach less far than the rank was looked up.
  if (page === undefined) return <SummaryValue name={name} text={value} hint={hint} />;
  const goTo = t("goToRank", { field: labels.fields[field], position: formats.count(position) });
  return (
    <SummaryValue
      name={name}
      text={value}
      hint={`${hint}\n${goTo}`}
      onDrill={() => onDrill(field, position, page)}
    />
  );
}

import { useCallback, useEffect } from "react";
import { useTranslations } from "use-intl";
import { useFormats } from "#app/i18n/use-formats.ts";
import { useLevelWords } from "#app/i18n/use-level-words.ts";
import { CountsFailed } from "#app/overview/counting/counts-failed.tsx";
import { CountsRegion } from "#app/overview/counting/counts-region.tsx";
import { scrollToTop } from "#app/ui/grid-dom.ts";
import { FIGURES_ON_SCREEN } from "#app/view/figures-on-screen.ts";
import { setGoalRow } from "#app/view/goal-row.ts";
import { useChange } from "#app/view/use-view.tsx";
import type { RankedField } from "#contract/api/asks.ts";
import type { Criteria } from "#contract/filter/filters.ts";
import { restricted } from "#contract/filter/restricted.ts";
import type { ContactDisposition } from "#contract/record/enums.ts";
import { figuresText } from "./figures-text.ts";
import { SummaryGrowth } from "./summary-growth.tsx";
import { SummaryLevel } from "./summary-level.tsx";
import { SummaryRanks } from "./summary-ranks.tsx";
import { SummaryShares } from "./summary-shares.tsx";
import { SummaryValue } from "./summary-value.tsx";
import type { SummaryInHand } from "./use-summary.ts";
import classes from "./summary-strip.module.css";

interface SummaryStripProps {
  readonly summary: SummaryInHand;
  /** Those of the calls that they are of. */
  readonly criteria: Criteria;
}

const RANKED = ["queueTime", "talkTime"] as const;

/** The figures of all the calls in a line. Each leads to the calls that it is about. */
export function SummaryStrip({ summary, criteria }: SummaryStripProps) {
  const t = useTranslations("summary");
  const formats = useFormats();
  const change = useChange();
  const { counts, earlier, counting } = summary;
  const { state, failure } = counting;
  const { total } = counts;
  const words = useLevelWords();
  const figures = figuresText(summary, t, words, formats);
  useEffect(() => {
    FIGURES_ON_SCREEN.set(figures);
    return () => FIGURES_ON_SCREEN.set("");
  }, [figures]);
  const onShare = (dispositions: readonly ContactDisposition[]) => {
    const chosen = restricted(summary.base.criteria, "contactDisposition", dispositions);
    if (chosen !== undefined) change({ criteria: chosen });
  };
  const toStart = () => {
    change({ page: 1 });
    // Further down on page 1 the address has nothing to change.
    scrollToTop();
  };
  const onRank = useCallback(
    (field: RankedField, position: number, page: number) => {
      const sort = { field, order: "DESC" } as const;
      setGoalRow({ sort, row: position - 1 });
      change({ sort, page });
    },
    [change],
  );
  return (
    <CountsRegion label={t("label")} state={state} className={classes["strip"]}>
      {failure && (
        <CountsFailed
          what={t(failure.isOfEarlier ? "earlierFailed" : "failed")}
          failure={failure}
          isAnnounced
        />
      )}
      <span className={classes["item"]}>
        <span className={classes["label"]}>{t("total")}</span>
        <SummaryValue
          name={t("total")}
          text={typeof total === "number" ? formats.count(total) : total}
          hint={typeof total === "number" ? t("totalHint") : undefined}
          onDrill={total ? toStart : undefined}
        />
        {earlier && <SummaryGrowth now={total} before={earlier.counts.total} />}
      </span>
      {/* Of no calls there are no shares. */}
      {total !== 0 && (
        <>
          <SummaryShares
            now={counts}
            earlier={earlier?.counts}
            base={summary.base.kind}
            onDrill={onShare}
          />
          <SummaryLevel
            shown={summary.level}
            criteria={criteria}
            isCompared={earlier !== undefined}
            onDrill={(chosen) => change({ criteria: chosen })}
          />
          {RANKED.map((field) => (
            <SummaryRanks
              key={field}
              field={field}
              ranks={summary[field]}
              earlier={earlier?.[field]}
              onDrill={onRank}
            />
          ))}
        </>
      )}
    </CountsRegion>
  );
}

import { memo, useCallback, useMemo } from "react";
import { useTranslations } from "use-intl";
import type { RankedField } from "#contract/counts.ts";
import type { ContactDisposition } from "#contract/enums.ts";
import { weekEarlier } from "#contract/time-range.ts";
import { ABANDONED_DISPOSITIONS, ANSWERED_DISPOSITIONS } from "#contract/tones.ts";
import { useFormats } from "#app/i18n/formats.ts";
import type { CountedNow } from "#app/api/counted-view.ts";
import { useComparison } from "#app/view/use-comparison.ts";
import { useChange } from "#app/view/use-view.tsx";
import { CountsFailed } from "#app/facets/overview/counts-failed.tsx";
import { growthText } from "./change-text.ts";
import { restricted } from "./restricted.ts";
import { SummaryRanks } from "./summary-ranks.tsx";
import { SummaryShare } from "./summary-share.tsx";
import classes from "./summary-strip.module.css";
import { SummaryValue } from "./summary-value.tsx";
import { useSummary } from "./use-summary.ts";

/** The figures of the whole result in a line. Each leads to the calls that it is about. */
export const SummaryStrip = memo(function SummaryStrip({ counted }: { counted: CountedNow }) {
  const t = useTranslations("summary");
  const formats = useFormats();
  const change = useChange();
  const [isCompared] = useComparison();
  const { range } = counted;
  const earlierRange = useMemo(
    () => (isCompared ? weekEarlier(range, formats.timeZone) : undefined),
    [isCompared, range, formats],
  );
  const summary = useSummary(counted, earlierRange);
  const { counts, earlier, isWhole, error } = summary;
  const { total } = counts;
  const before = earlier?.total;
  const growth =
    total === undefined || before === undefined ? undefined : growthText(total, before, formats);
  const hasFailed = error !== null && !summary.isCounting;

  const only = (to: readonly ContactDisposition[]) =>
    change(({ criteria }) => {
      const meant = restricted(criteria, to);
      return meant === undefined ? {} : { criteria: meant };
    });
  const onRank = useCallback(
    (field: RankedField, page: number) => change({ sort: { field, order: "DESC" }, page }),
    [change],
  );
  return (
    <section
      aria-label={t("label")}
      data-counts={error !== null ? "failed" : isWhole ? "known" : "partial"}
      className={classes["strip"]}
    >
      {error !== null && (
        <CountsFailed
          what={t("failed")}
          error={error}
          retrying={summary.retrying}
          onRetry={summary.retry}
        />
      )}
      <span className={classes["item"]}>
        <span className={classes["label"]}>{t("total")}</span>
        <SummaryValue
          name={t("total")}
          text={total === undefined ? (hasFailed ? null : undefined) : formats.count(total)}
          hint={t("totalHint")}
          onDrill={total === 0 ? undefined : () => change({ page: 1 })}
        />
        {growth !== undefined && (
          <span
            className={classes["change"]}
            title={t("earlier", { value: formats.count(before ?? 0) })}
          >
            {growth}
          </span>
        )}
      </span>
      {/* Of no calls there are no shares. */}
      {total !== 0 && (
        <>
          <SummaryShare
            label={t("answered")}
            now={{ count: counts.answered, total }}
            earlier={earlier && { count: earlier.answered, total: before }}
            hasFailed={hasFailed}
            onDrill={() => only(ANSWERED_DISPOSITIONS)}
          />
          <SummaryShare
            label={t("abandoned")}
            now={{ count: counts.abandoned, total }}
            earlier={earlier && { count: earlier.abandoned, total: before }}
            hasFailed={hasFailed}
            onDrill={() => only(ABANDONED_DISPOSITIONS)}
          />
          <SummaryRanks
            field="queueTime"
            ranks={summary.queueTime}
            hasFailed={hasFailed}
            onDrill={onRank}
          />
          <SummaryRanks
            field="talkTime"
            ranks={summary.talkTime}
            hasFailed={hasFailed}
            onDrill={onRank}
          />
        </>
      )}
    </section>
  );
});

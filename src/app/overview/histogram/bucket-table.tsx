import { memo } from "react";
import { useTranslations } from "use-intl";
import type { EarlierPeriod } from "#contract/time/earlier-period.ts";
import type { Bucket } from "./histogram-buckets.ts";
import { useSpanWords } from "./use-span-words.ts";
import classes from "./histogram.module.css";

interface BucketTableProps {
  readonly buckets: readonly Bucket[];
  readonly earlier: readonly Bucket[] | undefined;
  readonly nowMs: number;
  readonly period: EarlierPeriod | undefined;
  readonly onNarrow: (first: number, last: number) => void;
}

/** The histogram in words and numbers, for whoever does not see it, or wants to read them all. */
export const BucketTable = memo(function BucketTable(props: BucketTableProps) {
  const { buckets, earlier, nowMs, period, onNarrow } = props;
  const t = useTranslations("histogram");
  const wordsOf = useSpanWords(buckets, earlier, nowMs);
  return (
    // In reach of the keys that scroll it.
    <div tabIndex={0} role="region" aria-label={t("tableHint")} className={classes["tablePlace"]}>
      <table className={classes["table"]}>
        <thead>
          <tr>
            <th scope="col">{t("period")}</th>
            <th scope="col">{t("calls")}</th>
            {period && <th scope="col">{t(`earlier.${period}`)}</th>}
          </tr>
        </thead>
        <tbody>
          {buckets.map(({ from }, index) => {
            const words = wordsOf(index, index);
            return (
              <tr key={from}>
                <th scope="row">
                  <button
                    type="button"
                    className={classes["narrow"]}
                    aria-label={t("narrow", { period: words.period })}
                    onClick={() => onNarrow(index, index)}
                  >
                    {words.period}
                  </button>
                </th>
                <td>
                  <span>{words.count}</span>
                  {words.tones.map(({ tone, label, count }) => (
                    <span key={tone} className={classes["part"]}>
                      {`${label} ${count}`}
                    </span>
                  ))}
                </td>
                {words.earlier && <td title={words.earlier.period}>{words.earlier.count}</td>}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
});

import { memo, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { ToneDot } from "#app/ui/tone-dot.tsx";
import type { EarlierPeriod } from "#contract/time/earlier-period.ts";
import type { TimeStep } from "#contract/time/time-buckets.ts";
import { ChartChoice } from "./chart-choice.tsx";
import type { BarDetail } from "./histogram-buckets.ts";
import { FoldButton, TableButton, type ShapeProps } from "./shape-buttons.tsx";
import { STACKED_TONES } from "./stacked-tones.ts";
import classes from "./histogram.module.css";

interface HistogramHeadProps extends ShapeProps {
  readonly step: TimeStep;
  /** What the bars say, once that is known. */
  readonly detail: BarDetail | undefined;
  /** The earlier period that is offered, and whether it is shown. */
  readonly period: EarlierPeriod;
  readonly isCompared: boolean;
  readonly onCompare: (isCompared: boolean) => void;
  /** What is missing of the counts. */
  readonly notice: ReactNode;
}

/** The line above the bars: what they are, what their colours say, and what can be had beside them. */
export const HistogramHead = memo(function HistogramHead(props: HistogramHeadProps) {
  const { shape, onShape, step, detail, period, isCompared, onCompare, notice } = props;
  const t = useTranslations("histogram");
  const isOpen = shape !== "collapsed";
  return (
    <div className={classes["head"]}>
      <FoldButton shape={shape} onShape={onShape} />
      {isOpen && (
        <>
          <ChartChoice />
          <span className={classes["captions"]}>
            {detail === "tones" && (
              <span className={classes["legend"]}>
                {STACKED_TONES.map((tone) => (
                  <span key={tone}>
                    <ToneDot tone={tone} />
                    <span>{t(`tones.${tone}`)}</span>
                  </span>
                ))}
              </span>
            )}
            <span title={t("dragHint")}>{t(`every.${step.unit}`, { times: step.times })}</span>
            {detail === "tones" && <span>{t("byTone")}</span>}
            {detail === "totals" && <span title={t("totalsOnlyHint")}>{t("totalsOnly")}</span>}
          </span>
          {notice}
          <span className={classes["choices"]}>
            <button
              type="button"
              className={classes["choice"]}
              aria-pressed={isCompared}
              onClick={() => onCompare(!isCompared)}
            >
              <span aria-hidden className={classes["dash"]} />
              <span>{t(`earlier.${period}`)}</span>
            </button>
            <TableButton shape={shape} onShape={onShape} />
          </span>
        </>
      )}
    </div>
  );
});

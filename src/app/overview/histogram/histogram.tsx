import { memo, useCallback, useState } from "react";
import { useTranslations } from "use-intl";
import { PartFailed } from "#app/i18n/part-failed.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";
import { CountsFailed } from "#app/overview/counting/counts-failed.tsx";
import { CountsRegion } from "#app/overview/counting/counts-region.tsx";
import { createLazyPart } from "#app/ui/lazy-part.tsx";
import { useLast } from "#app/ui/use-last.ts";
import { useComparison } from "#app/view/use-comparison.ts";
import { useZoom } from "#app/view/use-zoom.ts";
import type { CallSet } from "#contract/view/call-set.ts";
import { BucketSlider } from "./bucket-slider.tsx";
import { BucketTable } from "./bucket-table.tsx";
import { detailOf } from "./histogram-buckets.ts";
import { HistogramHead } from "./histogram-head.tsx";
import { useHistogramShape } from "./histogram-shape.ts";
import { useHistogram } from "./use-histogram.ts";
import classes from "./histogram.module.css";

const HistogramPlot = createLazyPart(
  () => import("./histogram-plot.tsx"),
  (module) => module.HistogramPlot,
);

interface HistogramProps {
  readonly calls: CallSet;
  /** Whether it is read out when counts are missing. */
  readonly isAnnounced: boolean;
}

/** The calls of the view over time. To narrow the time range is all that it does to the view. */
export const Histogram = memo(function Histogram({ calls, isAnnounced }: HistogramProps) {
  const t = useTranslations("histogram");
  const { timeZone } = useFormats();
  const zoom = useZoom(calls.asOf);
  const [shape, setShape] = useHistogramShape();
  const [isWeekCompared] = useComparison();
  // Compared as all counts are, unless the reader wants it otherwise here.
  const [wanted, setWanted] = useState<boolean>();
  const isCompared = wanted ?? isWeekCompared;
  const period = isWeekCompared ? "week" : "previous";
  const isShown = shape !== "collapsed";
  const shownPeriod = isCompared ? period : undefined;
  const histogram = useHistogram(calls, timeZone, isShown, shownPeriod);
  const { step, buckets, earlier, counting } = histogram;
  const { state, failure } = counting;
  // What is not known again yet was most likely calls as the last was.
  const detail = useLast(detailOf(buckets, state === "known"));
  const told = { buckets, earlier, nowMs: calls.asOf };
  const onNarrow = useCallback(
    (first: number, last: number) => {
      const from = buckets[first]?.from;
      const end = buckets[last]?.end;
      if (from !== undefined && end !== undefined) zoom.into({ from, to: end - 1 });
    },
    [buckets, zoom],
  );
  return (
    <CountsRegion label={t("label")} state={state} className={classes["histogram"]}>
      <HistogramHead
        shape={shape}
        onShape={setShape}
        step={step}
        detail={detail}
        period={period}
        isCompared={isCompared}
        onCompare={setWanted}
        notice={
          failure && (
            <CountsFailed
              what={t(failure.isOfEarlier ? "earlierFailed" : "failed")}
              failure={failure}
              isAnnounced={isAnnounced}
            />
          )
        }
      />
      {shape === "chart" && (
        <div className={classes["chart"]}>
          <HistogramPlot whenFailed={PartFailed} buckets={buckets} earlier={earlier} />
          <BucketSlider {...told} onNarrow={onNarrow} onOut={zoom.out} />
        </div>
      )}
      {shape === "table" && <BucketTable {...told} period={shownPeriod} onNarrow={onNarrow} />}
    </CountsRegion>
  );
});

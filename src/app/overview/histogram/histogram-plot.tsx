import theme from "antd/es/theme";
import { memo, useEffect, useMemo, useRef } from "react";
import { useLocale } from "use-intl";
import { useFormats } from "#app/i18n/use-formats.ts";
import { DAY_MS } from "#contract/time/durations.ts";
import { ticksOf } from "#contract/time/time-buckets.ts";
import type { Bucket } from "./histogram-buckets.ts";
import { createPlot, type Plot, type PlotModel } from "./plot.ts";
import classes from "./histogram.module.css";

interface HistogramPlotProps {
  readonly buckets: readonly Bucket[];
  readonly earlier: readonly Bucket[] | undefined;
}

/** The bars. What they say is said in words by the slider that lies over them, and by the table. */
export const HistogramPlot = memo(function HistogramPlot(props: HistogramPlotProps) {
  const { buckets, earlier } = props;
  const model = usePlotModel(buckets, earlier);
  const place = useRef<HTMLDivElement>(null);
  const plot = useRef<Plot>(undefined);
  useEffect(() => {
    if (plot.current) plot.current.draw(model);
    else if (place.current) plot.current = createPlot(place.current, model);
  }, [model]);
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => {
      if (entry) plot.current?.resize(entry.contentRect.width, entry.contentRect.height);
    });
    if (place.current) observer.observe(place.current);
    return () => {
      observer.disconnect();
      plot.current?.destroy();
      plot.current = undefined;
    };
  }, []);
  return <div ref={place} aria-hidden className={classes["plot"]} />;
});

const YEAR_MS = 400 * DAY_MS;

function usePlotModel(
  buckets: readonly Bucket[],
  earlier: readonly Bucket[] | undefined,
): PlotModel {
  const { token } = theme.useToken();
  const formats = useFormats();
  const locale = useLocale();
  return useMemo(() => {
    const range = { from: buckets[0]?.from ?? 0, to: (buckets.at(-1)?.end ?? 1) - 1 };
    const isOfYears = range.to - range.from > YEAR_MS;
    const compact = new Intl.NumberFormat(locale, { notation: "compact" });
    return {
      buckets,
      earlier,
      colors: {
        good: token.colorSuccess,
        neutral: token.colorTextTertiary,
        attention: token.colorWarning,
        bad: token.colorError,
        plain: token.colorPrimary,
        earlier: token.colorText,
        pending: token.colorFillSecondary,
        line: token.colorBorderSecondary,
        text: token.colorTextSecondary,
      },
      font: `12px ${token.fontFamily}`,
      ticks: (most) => ticksOf(range, formats.timeZone, most),
      tickText: (ms) => {
        const { day, clock } = formats.reading(ms);
        // Without its UTC there is room for it.
        const offset = formats.twiceShown(ms)?.slice("UTC".length) ?? "";
        if (clock !== "00:00:00" || offset !== "") return clock.slice(0, 5) + offset;
        return isOfYears ? day.slice(0, "2026-11".length) : day.slice("2026-".length);
      },
      countText: (count) => compact.format(count),
    };
  }, [buckets, earlier, token, formats, locale]);
}

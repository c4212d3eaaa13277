import { memo, useCallback, useMemo, useState } from "react";
import { useFormats } from "#app/i18n/use-formats.ts";
import { useWeekWords } from "#app/i18n/use-week-words.ts";
import { CountsFailed } from "#app/overview/counting/counts-failed.tsx";
import { CountsRegion } from "#app/overview/counting/counts-region.tsx";
import { useHistogramShape } from "#app/overview/histogram/histogram-shape.ts";
import { LEAST_SHARE_BASE } from "#app/overview/summary/least-share-base.ts";
import { useZoom } from "#app/view/use-zoom.ts";
import { MOST_HOURS } from "#contract/api/count-limits.ts";
import { DURATION_KEYS } from "#contract/filter/filters.ts";
import { MOST_SORTED } from "#contract/record/list-limits.ts";
import type { CallSet } from "#contract/view/call-set.ts";
import type { WeekChart as Chart } from "#contract/view/week-chart.ts";
import { CellMenu } from "./cell-menu.tsx";
import { MEASURES, useCellWords } from "./use-cell-words.ts";
import { useWeek, type WeekInHand } from "./use-week.ts";
import { valueOf, type CellHour, type WeekCell } from "./week-cells.ts";
import { WeekGrid } from "./week-grid.tsx";
import { WeekHead } from "./week-head.tsx";
import { heatStep } from "./week-heat.ts";
import { WeekScale } from "./week-scale.tsx";
import { WeekTable } from "./week-table.tsx";
import classes from "./week.module.css";

interface WeekChartProps {
  readonly calls: CallSet;
  readonly chart: Chart;
  /** Whether it is read out when counts are missing. */
  readonly isAnnounced: boolean;
}

/** The calls of the view by weekday and hour, by the clocks of the call centre. */
export const WeekChart = memo(function WeekChart({ calls, chart, isAnnounced }: WeekChartProps) {
  const words = useWeekWords();
  const formats = useFormats();
  const { timeZone } = formats;
  const [shape, setShape] = useHistogramShape();
  const week = useWeek(calls, chart, timeZone, shape !== "collapsed");
  const { cells, criteria, counting } = week;
  const { state, failure } = counting;
  const cellWords = useCellWords(chart, state === "failed");
  const measure = MEASURES[chart];
  const most = useMemo(
    () => Math.max(0, ...cells.map((cell) => colourOf(cell, measure))),
    [cells, measure],
  );
  const stepOf = useCallback(
    (cell: WeekCell) => heatStep(colourOf(cell, measure), most),
    [measure, most],
  );
  const [at, setAt] = useState<number>();
  const [menu, setMenu] = useState<{ index: number; of: HTMLElement }>();
  const zoom = useZoom(calls.asOf);
  const narrowTo = useCallback(
    ({ from, end }: CellHour) =>
      // Within an hour there is nothing to see by the hour.
      zoom.into({ from, to: end - 1 }, { chart: undefined, criteria: criteria ?? calls.criteria }),
    [zoom, criteria, calls.criteria],
  );
  const onDrill = useCallback(
    (index: number, of: HTMLElement) => {
      const hours = withCalls(cells[index]);
      const [only, ...others] = hours;
      if (only === undefined) return;
      if (others.length === 0) narrowTo(only);
      else setMenu({ index, of });
    },
    [cells, narrowTo],
  );
  const tooMuch = useTooMuch(week, calls, chart);
  const cell = at === undefined ? undefined : cells[at];
  const label = words.charts[chart];
  return (
    <CountsRegion label={words.region} state={state} className={classes["week"]}>
      <WeekHead
        chart={chart}
        shape={shape}
        onShape={setShape}
        caption={
          at !== undefined && cell ? (
            <span>{`${cellWords.nameOf(at)} · ${cellWords.textOf(cell)}`}</span>
          ) : (
            most > 0 && (
              <>
                <WeekScale most={cellWords.scaleOf(most)} />
                {measure === "share" && (
                  <span>{words.tooFew(formats.count(LEAST_SHARE_BASE))}</span>
                )}
              </>
            )
          )
        }
        notice={
          failure &&
          tooMuch === undefined && (
            <CountsFailed what={words.incomplete} failure={failure} isAnnounced={isAnnounced} />
          )
        }
      />
      {shape !== "collapsed" && tooMuch !== undefined && (
        <p role="status" className={classes["note"]}>
          {tooMuch}
        </p>
      )}
      {shape === "chart" && tooMuch === undefined && (
        <div className={classes["place"]} data-old={week.isOld || undefined}>
          <WeekGrid {...{ label, cells, cellWords, stepOf, onDrill }} onAt={setAt} />
        </div>
      )}
      {shape === "table" && tooMuch === undefined && (
        <WeekTable {...{ label, cells, cellWords, onDrill }} />
      )}
      {menu && (
        <CellMenu
          of={menu.of}
          name={cellWords.nameOf(menu.index)}
          hours={withCalls(cells[menu.index])}
          nowMs={calls.asOf}
          onChoose={narrowTo}
          onClose={() => setMenu(undefined)}
        />
      )}
    </CountsRegion>
  );
});

/** A share of a handful of calls would outshine all others. */
function colourOf(cell: WeekCell, measure: (typeof MEASURES)[Chart]): number {
  const isTooFew = measure === "share" && (cell.base ?? 0) < LEAST_SHARE_BASE;
  return isTooFew ? 0 : (valueOf(cell, measure) ?? 0);
}

/** The latest first. */
function withCalls(cell: WeekCell | undefined): readonly CellHour[] {
  return (cell?.hours ?? []).filter(({ count = 0 }) => count > 0).toReversed();
}

/** Why it cannot be counted, where that is for the number of hours or calls. */
function useTooMuch({ hours, counting }: WeekInHand, { criteria }: CallSet, chart: Chart) {
  const words = useWeekWords();
  const formats = useFormats();
  const isByDuration = DURATION_KEYS.some((key) => criteria[key] !== undefined);
  if (counting.failure?.error.code !== "too_many_calls" || isByDuration) return undefined;
  const calls = formats.count(MOST_SORTED);
  return chart === "week-wait"
    ? words.tooManyWaits(calls)
    : words.tooManyHours(formats.count(hours.cells.length), formats.count(MOST_HOURS), calls);
}

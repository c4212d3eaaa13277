import { useMemo } from "react";
import { useFormats } from "#app/i18n/use-formats.ts";
import { useWeekWords } from "#app/i18n/use-week-words.ts";
import { DAY_MS, HOUR_MS } from "#contract/time/durations.ts";
import { zoneClock } from "#contract/time/zone-clock.ts";
import type { WeekChart } from "#contract/view/week-chart.ts";
import { valueOf, type WeekCell } from "./week-cells.ts";

/** What a chart colours its cells by. */
export const MEASURES = {
  "week-calls": "count",
  "week-abandoned": "count",
  "week-share": "share",
  "week-wait": "median",
} as const satisfies Record<WeekChart, unknown>;

export interface CellWords {
  /** `周一`, Monday first */
  readonly weekdays: readonly string[];
  /** `周一 09:00–10:00` */
  nameOf(index: number): string;
  /** What stands in a cell: a figure as short as can be; nothing where there is none. */
  shortOf(cell: WeekCell): string;
  /** The same in full, or why there is none. */
  textOf(cell: WeekCell): string;
  /** A value of the chart's scale. */
  scaleOf(value: number): string;
}

/** Noon of 1970-01-05, the first Monday, as a reading. */
const MONDAY_NOON = 4 * DAY_MS + 12 * HOUR_MS;
const two = (hour: number) => String(hour).padStart(2, "0");
export const clockOf = (hour: number) => `${two(hour)}:00`;

/** Says what the cells of a chart hold. `hasFailed`: what is not known will not come by itself. */
export function useCellWords(chart: WeekChart, hasFailed: boolean): CellWords {
  const words = useWeekWords();
  const formats = useFormats();
  return useMemo(() => {
    const clock = zoneClock(formats.timeZone);
    const weekdays = Array.from({ length: 7 }, (_none, day) =>
      formats.weekday(clock.firstAt(MONDAY_NOON + day * DAY_MS)),
    );
    const measure = MEASURES[chart];
    const scaleOf = (value: number) =>
      measure === "share"
        ? formats.percent(value)
        : measure === "median"
          ? formats.seconds(value)
          : formats.count(value);
    return {
      weekdays,
      nameOf: (index) =>
        `${weekdays[Math.floor(index / 24)] ?? ""} ${clockOf(index % 24)}–${clockOf((index % 24) + 1)}`,
      shortOf(cell) {
        const value = valueOf(cell, measure);
        if (value === undefined || value === 0) return value === 0 ? "0" : "";
        return measure === "share" ? String(Math.round(100 * value)) : scaleOf(value);
      },
      textOf(cell) {
        if (cell.hours.length === 0) return words.outside;
        const { count, base, median } = cell;
        const unknown = hasFailed ? words.failed : words.pending;
        if (count === undefined) return unknown;
        if (measure === "count") return words.count(formats.count(count));
        if (measure === "median")
          return median === undefined
            ? words.noWait
            : words.waitOf(formats.seconds(median), formats.count(count));
        if (base === undefined) return unknown;
        if (base === 0) return words.none;
        return words.shareOf(
          formats.percent(count / base),
          formats.count(count),
          formats.count(base),
        );
      },
      scaleOf,
    };
  }, [chart, hasFailed, words, formats]);
}

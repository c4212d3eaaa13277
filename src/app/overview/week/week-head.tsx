import type { ReactNode } from "react";
import { useWeekWords } from "#app/i18n/use-week-words.ts";
import { ChartChoice } from "#app/overview/histogram/chart-choice.tsx";
import {
  FoldButton,
  TableButton,
  type ShapeProps,
} from "#app/overview/histogram/shape-buttons.tsx";
import { useChange } from "#app/view/use-view.tsx";
import { WEEK_CHARTS, type WeekChart } from "#contract/view/week-chart.ts";
import histogram from "#app/overview/histogram/histogram.module.css";
import select from "#app/ui/select.module.css";
import classes from "./week.module.css";

interface WeekHeadProps extends ShapeProps {
  readonly chart: WeekChart;
  /** What the scale says, or the cell that one is at. */
  readonly caption: ReactNode;
  /** What is missing of the counts. */
  readonly notice: ReactNode;
}

/** The line above the hours of the week: what they show, and what their colours say. */
export function WeekHead({ chart, shape, onShape, caption, notice }: WeekHeadProps) {
  const words = useWeekWords();
  const change = useChange();
  const isOpen = shape !== "collapsed";
  return (
    <div className={`${histogram["head"]} ${classes["head"]}`}>
      <FoldButton shape={shape} onShape={onShape} />
      {isOpen && (
        <>
          <ChartChoice />
          <select
            className={select["select"]}
            aria-label={words.shows}
            value={chart}
            onChange={({ target }) =>
              change({ chart: WEEK_CHARTS.find((one) => one === target.value) ?? chart })
            }
          >
            {WEEK_CHARTS.map((one) => (
              <option key={one} value={one}>
                {words.charts[one]}
              </option>
            ))}
          </select>
          <span className={histogram["captions"]}>{caption}</span>
          {notice}
          <span className={histogram["choices"]}>
            <TableButton shape={shape} onShape={onShape} />
          </span>
        </>
      )}
    </div>
  );
}

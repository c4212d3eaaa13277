import { memo } from "react";
import { useWeekWords } from "#app/i18n/use-week-words.ts";
import { clockOf } from "./use-cell-words.ts";
import type { WeekGridProps } from "./week-grid.tsx";
import histogram from "#app/overview/histogram/histogram.module.css";
import classes from "./week.module.css";

const HOURS = Array.from({ length: 24 }, (_none, hour) => hour);

/** The same in words and numbers, an hour a row. */
export const WeekTable = memo(function WeekTable(
  props: Pick<WeekGridProps, "label" | "cells" | "cellWords" | "onDrill">,
) {
  const { label, cells, cellWords, onDrill } = props;
  const words = useWeekWords();
  return (
    // In reach of the keys that scroll it.
    <div tabIndex={0} role="region" aria-label={label} className={classes["tablePlace"]}>
      <table className={histogram["table"]}>
        <thead>
          <tr>
            <th scope="col">{words.hour}</th>
            {cellWords.weekdays.map((weekday) => (
              <th key={weekday} scope="col">
                {weekday}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {HOURS.map((hour) => (
            <tr key={hour}>
              <th scope="row">{`${clockOf(hour)}–${clockOf(hour + 1)}`}</th>
              {cellWords.weekdays.map((weekday, day) => {
                const index = 24 * day + hour;
                const cell = cells[index];
                return (
                  <td key={weekday}>
                    {cell?.count ? (
                      <button
                        type="button"
                        className={histogram["narrow"]}
                        aria-label={`${cellWords.nameOf(index)} ${cellWords.textOf(cell)}`}
                        onClick={({ currentTarget }) => onDrill(index, currentTarget)}
                      >
                        {cellWords.textOf(cell)}
                      </button>
                    ) : (
                      cell && cellWords.textOf(cell)
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
});

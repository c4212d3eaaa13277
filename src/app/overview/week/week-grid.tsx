import { memo, useState, type KeyboardEvent } from "react";
import { useWeekWords } from "#app/i18n/use-week-words.ts";
import type { CellWords } from "./use-cell-words.ts";
import { clockOf } from "./use-cell-words.ts";
import type { WeekCell } from "./week-cells.ts";
import { cellAfterKey } from "./week-heat.ts";
import classes from "./week.module.css";

export interface WeekGridProps {
  readonly label: string;
  readonly cells: readonly WeekCell[];
  readonly cellWords: CellWords;
  /** From 0 to the last of the scale. */
  readonly stepOf: (cell: WeekCell) => number;
  /** Told which cell the mouse or the keys are at. */
  readonly onAt: (cell: number | undefined) => void;
  readonly onDrill: (cell: number, of: HTMLElement) => void;
}

const HOURS = Array.from({ length: 24 }, (_none, hour) => hour);
const INDEX = "data-cell";

const indexOf = (target: EventTarget) => {
  const at = target instanceof Element ? target.closest(`[${INDEX}]`)?.getAttribute(INDEX) : null;
  return at === null || at === undefined ? undefined : Number(at);
};

/** The hours of the week, a day a row. One cell is a tab stop, arrows move among them, Enter drills. */
export const WeekGrid = memo(function WeekGrid(props: WeekGridProps) {
  const { label, cells, cellWords, stepOf, onAt, onDrill } = props;
  const words = useWeekWords();
  const [stop, setStop] = useState(() =>
    Math.max(
      0,
      cells.findIndex(({ hours }) => hours.length > 0),
    ),
  );
  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const at = indexOf(event.target);
    if (at === undefined || !(event.target instanceof HTMLElement)) return;
    const to = cellAfterKey(at, event.key);
    if (to !== undefined) {
      setStop(to);
      event.currentTarget.querySelector<HTMLElement>(`[${INDEX}="${to}"]`)?.focus();
    } else if (event.key === "Enter" || event.key === " ") onDrill(at, event.target);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  return (
    <table
      role="grid"
      aria-label={label}
      aria-description={words.hint}
      className={classes["grid"]}
      onKeyDown={onKeyDown}
      onFocus={({ target }) => {
        const at = indexOf(target);
        if (at !== undefined) setStop(at);
        onAt(at);
      }}
      onBlur={() => onAt(undefined)}
      onPointerOver={({ target }) => onAt(indexOf(target))}
      onPointerLeave={() => onAt(undefined)}
      onClick={({ target }) => {
        const at = indexOf(target);
        const of = target instanceof Element ? target.closest<HTMLElement>(`[${INDEX}]`) : null;
        if (at !== undefined && of !== null) onDrill(at, of);
      }}
    >
      <thead>
        <tr>
          <th scope="col" aria-label={words.weekday} className={classes["corner"]} />
          {HOURS.map((hour) => (
            <th key={hour} scope="col" aria-label={clockOf(hour)} className={classes["hour"]}>
              {String(hour).padStart(2, "0")}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {cellWords.weekdays.map((weekday, day) => (
          <tr key={weekday}>
            <th scope="row" className={classes["weekday"]}>
              {weekday}
            </th>
            {HOURS.map((hour) => {
              const index = 24 * day + hour;
              const cell = cells[index];
              return (
                cell && (
                  <td
                    key={hour}
                    role="gridcell"
                    data-cell={index}
                    data-step={stepOf(cell)}
                    data-outside={cell.hours.length === 0 || undefined}
                    tabIndex={index === stop ? 0 : -1}
                    aria-label={`${cellWords.nameOf(index)} ${cellWords.textOf(cell)}`}
                    className={classes["cell"]}
                  >
                    {cellWords.shortOf(cell)}
                  </td>
                )
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
});

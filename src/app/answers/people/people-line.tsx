import type { ReactNode } from "react";
import { useFormats } from "#app/i18n/use-formats.ts";
import { usePeopleWords } from "#app/i18n/use-people-words.ts";
import { outsideText } from "#app/ui/outside-text.tsx";
import type { SomeFigures } from "#contract/api/figures.ts";
import type { Criteria } from "#contract/filter/filters.ts";
import type { ServiceLevel } from "#contract/filter/service-level.ts";
import { drillOf, toKeys, type Drill } from "./drill.ts";
import { FigureCell } from "./figure-cell.tsx";
import { FIGURE_COLUMNS } from "./figure-columns.ts";
import type { FigureColumn } from "./people-figure.ts";
import { RatedKeys } from "./rated-keys.tsx";
import classes from "./people.module.css";

interface PeopleLineProps {
  readonly name: string;
  readonly now: SomeFigures | undefined;
  readonly earlier: SomeFigures | undefined;
  readonly level: ServiceLevel;
  /** Which calls the line is of; undefined where no view can say that. */
  readonly criteria: Criteria | undefined;
  readonly onDrill: (drill: Drill) => void;
  /** Why no figure leads anywhere, where that is so. */
  readonly noWay?: string;
  /** Why a figure cannot be had, where that is another reason than that calls are many. */
  readonly why?: (column: FigureColumn) => string | undefined;
  readonly hint?: string | undefined;
  readonly isSum?: boolean;
  readonly children?: ReactNode;
}

/** A line of the table: who, and each figure. */
export function PeopleLine(props: PeopleLineProps) {
  const { name, now, earlier, level, criteria, onDrill, noWay, why, hint, isSum } = props;
  const words = usePeopleWords();
  const { count } = useFormats();
  const wayOf = (column: FigureColumn, drill: Drill | undefined) => {
    if (noWay !== undefined) return noWay;
    if (drill === undefined) return "";
    const position = now?.talk?.position;
    return column === "p90" && position ? words.goTo(count(position)) : words.only;
  };
  const isAtLeast = now?.satisfaction?.isWhole === false;
  return (
    <tr className={isSum ? classes["sum"] : undefined}>
      <td className={classes["choice"]}>{props.children}</td>
      <th scope="row" className={classes["name"]} title={hint}>
        {outsideText(name)}
      </th>
      {FIGURE_COLUMNS.map((column) => {
        const drill = criteria && drillOf(column, criteria, now, level.seconds);
        const way = wayOf(column, drill);
        return (
          <td key={column} data-figure>
            <FigureCell
              column={column}
              label={`${name} ${words.columns[column]}`}
              now={now}
              earlier={earlier}
              level={level}
              onDrill={drill && (() => onDrill(drill))}
              way={column === "rated" && isAtLeast ? `${words.atLeast}\n${way}` : way}
              why={why?.(column) ?? (column === "mean" ? words.meanHint : words.unknownHint)}
            />
            {column === "rated" && (
              <RatedKeys
                satisfaction={now?.satisfaction}
                label={name}
                onKey={
                  criteria &&
                  ((key) => {
                    const toCalls = toKeys([key], criteria);
                    if (toCalls) onDrill(toCalls);
                  })
                }
              />
            )}
          </td>
        );
      })}
    </tr>
  );
}

import { useMemo } from "react";
import { useLocale } from "use-intl";
import { SortHeading } from "#app/answers/sort-heading.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";
import { usePeopleWords } from "#app/i18n/use-people-words.ts";
import { MAX_TOGETHER } from "#contract/api/count-limits.ts";
import { withCriterion } from "#contract/filter/criteria.ts";
import type { PersonKey } from "#contract/filter/filters.ts";
import type { ServiceLevel } from "#contract/filter/service-level.ts";
import type { CallSet } from "#contract/view/call-set.ts";
import { PEOPLE_COLUMNS, type PeopleOrder } from "#contract/view/people-order.ts";
import type { Drill } from "./drill.ts";
import { PeopleLine } from "./people-line.tsx";
import { SelectedLines } from "./selected-lines.tsx";
import { sortPeople } from "./sort-people.ts";
import type { PersonFigures } from "./use-figures.ts";
import type { PeopleInHand } from "./use-people.ts";
import frame from "#app/answers/answer.module.css";
import classes from "./people.module.css";

interface PeopleTableProps {
  readonly people: PeopleInHand;
  readonly calls: CallSet;
  readonly personKey: PersonKey;
  readonly level: ServiceLevel;
  readonly order: PeopleOrder;
  readonly onOrder: (order: PeopleOrder) => void;
  readonly selected: readonly string[];
  /** What the selected have together. */
  readonly together: PersonFigures;
  readonly onSelect: (ids: readonly string[]) => void;
  readonly onDrill: (drill: Drill) => void;
}

/** A line for each, above them all calls and what is selected, below them the calls that name nobody. */
export function PeopleTable(props: PeopleTableProps) {
  const { people, calls, personKey, level, order, onOrder, selected, together } = props;
  const { onSelect, onDrill } = props;
  const words = usePeopleWords();
  const { count } = useFormats();
  const locale = useLocale();
  const { rows, all, list } = people;
  const { formula, seconds } = level;
  const sorted = useMemo(
    () => sortPeople(rows, order, formula, locale),
    [rows, order, formula, locale],
  );
  const common = { level, onDrill };
  const isFull = selected.length >= MAX_TOGETHER;
  return (
    <table className={frame["table"]}>
      <thead>
        <tr>
          <td className={classes["choice"]} />
          {PEOPLE_COLUMNS.map((column) => (
            <SortHeading
              key={column}
              column={column}
              label={column === "level" ? words.levelIn(count(seconds)) : words.columns[column]}
              isFigure={column !== "name"}
              sort={{ by: order.column, isDescending: order.order === "DESC" }}
              onSort={({ by, isDescending }) =>
                onOrder({ column: by, order: isDescending ? "DESC" : "ASC" })
              }
            />
          ))}
        </tr>
      </thead>
      <tbody>
        {all && (
          <PeopleLine {...common} {...all} isSum name={words.all} criteria={calls.criteria} />
        )}
        {selected.length > 0 && (
          <SelectedLines
            {...common}
            calls={calls}
            personKey={personKey}
            selected={selected}
            all={all?.now}
            together={together}
          />
        )}
        {sorted.map(({ id, name, now, earlier }) => (
          <PeopleLine
            key={id}
            {...common}
            name={name}
            hint={id}
            now={now}
            earlier={earlier}
            criteria={withCriterion(calls.criteria, personKey, id)}
          >
            <input
              type="checkbox"
              aria-label={words.select(name)}
              checked={selected.includes(id)}
              disabled={isFull && !selected.includes(id)}
              title={isFull ? words.mostTogether(count(MAX_TOGETHER)) : undefined}
              onChange={({ target }) =>
                onSelect(
                  target.checked ? [...selected, id] : selected.filter((other) => other !== id),
                )
              }
            />
          </PeopleLine>
        ))}
        {list.nobody !== undefined && list.nobody.figures.total !== 0 && (
          <PeopleLine
            {...common}
            name={words.nobody[personKey]}
            now={list.nobody.figures}
            earlier={undefined}
            criteria={undefined}
            noWay={words.nobodyHint}
          />
        )}
      </tbody>
    </table>
  );
}

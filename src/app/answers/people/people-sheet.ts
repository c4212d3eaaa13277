import type { AnswerTable } from "#app/answers/use-answer-export.ts";
import type { PeopleWords } from "#app/i18n/people-words-zh-cn.ts";
import type { PersonKey } from "#contract/filter/filters.ts";
import type { ServiceLevel } from "#contract/filter/service-level.ts";
import type { Formats } from "#labels/formats.ts";
import type { Cell, Row, SheetColumn } from "#sheet/sheet.ts";
import { FIGURE_COLUMNS } from "./figure-columns.ts";
import { figureText } from "./figure-text.ts";
import { baseOf, figureOf, type FigureColumn } from "./people-figure.ts";
import type { PersonRow } from "./use-people.ts";

/** A line as it is on screen; `id` is empty of those that are nobody's. */
export interface SheetLine extends PersonRow {
  /** Nothing is known of a week earlier, whatever became of the others. */
  readonly isUncompared?: boolean;
}

interface SheetFacts {
  readonly words: PeopleWords;
  readonly formats: Formats;
  readonly personKey: PersonKey;
  readonly level: ServiceLevel;
  readonly isCompared: boolean;
  /** What is to be known of the lines. */
  readonly notes: readonly string[];
}

type PartColumn = keyof PeopleWords["parts"];
const isOfParts = (column: FigureColumn): column is PartColumn =>
  column === "answered" || column === "rejected" || column === "level";

const integer = (value: number | undefined): Cell =>
  value === undefined ? undefined : { kind: "integer", integer: value };
const text = (value: string): Cell => ({ kind: "text", text: value });

/**
 * The settled table as a sheet: each share with the two counts that it is of, and what is not known in words. What
 * has no answer by then has failed.
 */
export function peopleSheet(lines: readonly SheetLine[], facts: SheetFacts): AnswerTable {
  const { words, formats, personKey, level, isCompared, notes } = facts;
  const { seconds, formula } = level;
  const nameOf = (column: FigureColumn) =>
    column === "level" ? words.levelIn(formats.count(seconds)) : words.columns[column];
  const columns: SheetColumn[] = [
    { heading: words.kinds[personKey], kind: "text" },
    { heading: words.id, kind: "text" },
    ...FIGURE_COLUMNS.flatMap(headingsOf),
    { heading: words.keys, kind: "text" },
  ];
  return {
    head: { title: words.title, columns },
    rows: lines.map(rowOf),
    notes: notes.map((note) => ["", note] as const),
  };

  function headingsOf(column: FigureColumn): SheetColumn[] {
    const heading = nameOf(column);
    const kind = kindOf(column);
    return [
      { heading, kind },
      ...(isCompared ? [{ heading: words.earlierColumn(heading), kind }] : []),
      ...(isOfParts(column)
        ? words.parts[column].map((part) => ({ heading: part, kind: "integer" as const }))
        : []),
      ...(column === "p90" ? [{ heading: words.talked, kind: "integer" as const }] : []),
    ];
  }

  function rowOf({ id, name, now, earlier, isUncompared }: SheetLine): Row {
    const keys = Object.entries(now?.satisfaction?.keys ?? {});
    return [
      text(name),
      text(id),
      ...FIGURE_COLUMNS.flatMap((column) => {
        const base = baseOf(column, now, formula);
        return [
          cellOf(column, figureOf(column, now, formula)),
          ...(isCompared
            ? [isUncompared ? undefined : cellOf(column, figureOf(column, earlier, formula))]
            : []),
          ...(isOfParts(column) ? [integer(base?.part), integer(base?.of)] : []),
          ...(column === "p90" ? [integer(base?.of)] : []),
        ];
      }),
      text(keys.map(([key, calls]) => `${key}×${calls}`).join(" ")),
    ];
  }

  function cellOf(column: FigureColumn, value: ReturnType<typeof figureOf>): Cell {
    if (value === "counting") return text(words.notCounted);
    const shown = figureText(column, value, words, formats);
    const kind = kindOf(column);
    if (typeof value !== "number" || kind === "text") return text(shown);
    return kind === "seconds"
      ? { kind, seconds: Math.round(value * 10) / 10, text: shown }
      : integer(value);
  }
}

function kindOf(column: FigureColumn): "text" | "seconds" | "integer" {
  if (column === "mean" || column === "p90") return "seconds";
  return column === "calls" || column === "rated" ? "integer" : "text";
}

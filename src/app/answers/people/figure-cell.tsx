import { useFormats } from "#app/i18n/use-formats.ts";
import { usePeopleWords } from "#app/i18n/use-people-words.ts";
import type { SomeFigures } from "#contract/api/figures.ts";
import type { ServiceLevel } from "#contract/filter/service-level.ts";
import { changeText, figureText } from "./figure-text.ts";
import { baseOf, figureOf, type FigureColumn } from "./people-figure.ts";
import classes from "./people.module.css";

export interface FigureCellProps {
  readonly column: FigureColumn;
  /** The line and the column, for whoever only hears it. */
  readonly label: string;
  readonly now: SomeFigures | undefined;
  readonly earlier: SomeFigures | undefined;
  readonly level: ServiceLevel;
  /** Leads to its calls. */
  readonly onDrill: (() => void) | undefined;
  /** What a click does, or why there is no way. */
  readonly way: string;
  /** Why it cannot be had, where that is so. */
  readonly why: string;
}

/** A figure with what it is of and how it has changed: a button that leads to its calls. */
export function FigureCell(props: FigureCellProps) {
  const { column, label, now, earlier, level, onDrill, way, why } = props;
  const words = usePeopleWords();
  const formats = useFormats();
  const value = figureOf(column, now, level.formula);
  const text = figureText(column, value, words, formats);
  const base = baseOf(column, now, level.formula);
  const of =
    base &&
    (base.part === undefined
      ? words.of(formats.count(base.of))
      : `${formats.count(base.part)} / ${formats.count(base.of)}`);
  const before = figureOf(column, earlier, level.formula);
  const change = changeText(column, value, before, words, formats);
  const was =
    typeof before === "number"
      ? words.earlier(figureText(column, before, words, formats))
      : undefined;
  const isFigure = typeof value === "number";
  const isWay = isFigure && onDrill !== undefined;
  const hint =
    value === "unknown" ? why : isFigure ? [of, was, way].filter(Boolean).join("\n") : "";
  return (
    <>
      <button
        type="button"
        className={isFigure ? classes["figure"] : classes["noFigure"]}
        aria-label={[label, text, of].filter(Boolean).join(" ")}
        aria-busy={value === "counting"}
        aria-disabled={!isWay}
        title={hint || undefined}
        onClick={isWay ? onDrill : undefined}
      >
        {value === "counting" ? <span className={classes["waiting"]} /> : text}
      </button>
      {of !== undefined && isFigure && <span className={classes["of"]}>{of}</span>}
      {change !== undefined && (
        <span className={classes["change"]} title={was}>
          {change}
        </span>
      )}
    </>
  );
}

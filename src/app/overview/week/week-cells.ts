import type { Answer } from "#app/api/counts-query.ts";
import { positionOf } from "#contract/record/rank-position.ts";
import { WEEK_CELLS, type WeekHours } from "#contract/time/week-hours.ts";

/** An hour of one of the weeks of a range. */
export interface CellHour {
  readonly from: number;
  /** Exclusive. */
  readonly end: number;
  /** The calls that a click leads to; absent while they are not known. */
  readonly count?: number;
}

/** An hour of the week: the same one of each week that the range has. */
export interface WeekCell {
  /** In the order of time; none where the range does not have the hour. */
  readonly hours: readonly CellHour[];
  /** Their calls; absent while some are not known. */
  readonly count?: number;
  /** The calls that those are a share of; absent likewise. */
  readonly base?: number;
  /** Seconds of the median; absent where there is none, and while it is not known. */
  readonly median?: number;
}

interface HourLine {
  readonly count: number;
  readonly lasted?: readonly number[] | undefined;
}

const NO_CALLS: HourLine = { count: 0 };

/** What is known of each hour. `null`: of criteria that no call meets there is nothing to ask. */
export type HoursAnswer = Answer | null | undefined;

/** What is told of an hour; undefined while it is not known. */
function readHours(answer: HoursAnswer): (index: number) => HourLine | undefined {
  if (answer === null) return () => NO_CALLS;
  const lines = new Map(
    answer?.lines.flatMap((line) => ("bucket" in line ? [[line.bucket, line] as const] : [])),
  );
  // An hour without calls may not be told of.
  return (index) => lines.get(index) ?? (answer?.isWhole === true ? NO_CALLS : undefined);
}

/** A sum; undefined where a part of it is. */
function sumOf(parts: readonly (number | undefined)[]): number | undefined {
  let sum = 0;
  for (const part of parts) {
    if (part === undefined) return undefined;
    sum += part;
  }
  return sum;
}

/** As the figure above: of those that do not exceed it the one at the middle. */
export function medianOf(seconds: readonly number[]): number | undefined {
  const position = positionOf(0.5, seconds.length);
  return position === null ? undefined : seconds.toSorted((a, b) => b - a)[position - 1];
}

/** The cells of the week. `base`: what those of `answer` are a share of, where that is asked. */
export function weekCellsOf(
  { edges, cells }: WeekHours,
  answer: HoursAnswer,
  base?: HoursAnswer,
): readonly WeekCell[] {
  const [hourOf, baseOf] = [readHours(answer), readHours(base)];
  const indexes = Array.from({ length: WEEK_CELLS }, (): number[] => []);
  for (const [index, cell] of cells.entries()) indexes[cell]?.push(index);
  return indexes.map((of) => {
    const count = sumOf(of.map((index) => hourOf(index)?.count));
    const among = sumOf(of.map((index) => baseOf(index)?.count));
    const median =
      count === undefined
        ? undefined
        : medianOf(of.flatMap((index) => hourOf(index)?.lasted ?? []));
    return {
      hours: of.map((index) => {
        const known = hourOf(index)?.count;
        const [from = 0, end = from] = edges.slice(index, index + 2);
        return { from, end, ...(known !== undefined && { count: known }) };
      }),
      ...(count !== undefined && { count }),
      ...(among !== undefined && { base: among }),
      ...(median !== undefined && { median }),
    };
  });
}

/** What colours a cell of a chart; undefined where it has none, or that is not known. */
export function valueOf(
  { count, base, median, hours }: WeekCell,
  of: "count" | "share" | "median",
): number | undefined {
  if (hours.length === 0) return undefined;
  if (of === "median") return median;
  if (of === "count") return count;
  return count === undefined || base === undefined || base === 0 ? undefined : count / base;
}

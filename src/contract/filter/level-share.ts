import type { LevelPart } from "./level-part.ts";
import type { LevelFormula } from "./service-level.ts";

/** Calls of each part; null where they could not be counted. */
export type LevelCounts = Readonly<Record<LevelPart, number | null>>;

/** What the share is of: of none there is no share. Null where a count that it takes is not there. */
export function levelBase(counts: LevelCounts, formula: LevelFormula): number | null {
  const { offered, answered, short } = counts;
  switch (formula) {
    case "offered":
      return offered;
    case "less-short":
      return offered === null || short === null ? null : offered - short;
    case "answered":
      return answered;
    default:
      return formula satisfies never;
  }
}

/** The part of its base that was answered in time; undefined where there is no base, null where it is not known. */
export function levelShare(counts: LevelCounts, formula: LevelFormula): number | null | undefined {
  const base = levelBase(counts, formula);
  if (base === null || counts.within === null) return null;
  return base > 0 ? counts.within / base : undefined;
}

import type { Figures, SomeFigures } from "#contract/api/figures.ts";
import { levelBase, levelShare } from "#contract/filter/level-share.ts";
import type { LevelFormula } from "#contract/filter/service-level.ts";
import type { PeopleColumn } from "#contract/view/people-order.ts";

/** The columns that have a figure. */
export type FigureColumn = Exclude<PeopleColumn, "name">;

/** A figure, or why there is none: it is still counted, it is of no calls, or it cannot be had. */
export type Told = number | "counting" | "none" | "unknown";

type Known = number | null | undefined;

/** The figure of a column. */
export function figureOf(
  column: FigureColumn,
  figures: SomeFigures | undefined,
  formula: LevelFormula,
): Told {
  if (figures === undefined) return "counting";
  const { total, answered, base, rejected, placed, level, talk } = figures;
  switch (column) {
    case "calls":
      return told(total);
    case "answered":
      return shareOf(answered, base);
    case "rejected":
      return shareOf(rejected, placed);
    case "level": {
      const share = level && levelShare(level, formula);
      return level === undefined ? "counting" : share === undefined ? "none" : told(share);
    }
    case "mean":
    case "p90":
      return talk === undefined
        ? "counting"
        : talk.base === 0
          ? "none"
          : told(valueOf(talk, column));
    case "rated":
      return told(ratedOf(figures));
    default:
      return column satisfies never;
  }
}

/** What a figure is of: its part, where it is a share, of how many calls; undefined while that is not known. */
export function baseOf(
  column: FigureColumn,
  figures: SomeFigures | undefined,
  formula: LevelFormula,
): { readonly part?: number; readonly of: number } | undefined {
  const { answered, base, rejected, placed, level, talk } = figures ?? {};
  switch (column) {
    case "calls":
    case "rated":
      return undefined;
    case "answered":
      return partOf(answered, base);
    case "rejected":
      return partOf(rejected, placed);
    case "level":
      return level && partOf(level.within, levelBase(level, formula));
    case "mean":
    case "p90":
      return typeof talk?.base === "number" ? { of: talk.base } : undefined;
    default:
      return column satisfies never;
  }
}

/** Calls with a key of the survey, of the keys that were asked for; null where these are not known. */
function ratedOf({ satisfaction }: SomeFigures): Known {
  if (!satisfaction) return satisfaction;
  return Object.values(satisfaction.keys).reduce((sum, calls) => sum + calls, 0);
}

const told = (value: Known): Told => (value === undefined ? "counting" : (value ?? "unknown"));

function shareOf(part: Known, whole: Known): Told {
  if (part === undefined || whole === undefined) return "counting";
  if (part === null || whole === null) return "unknown";
  return whole > 0 ? part / whole : "none";
}

function partOf(part: Known, whole: Known) {
  return typeof part === "number" && typeof whole === "number" ? { part, of: whole } : undefined;
}

const valueOf = (talk: Figures["talk"], column: "mean" | "p90") => talk[column];

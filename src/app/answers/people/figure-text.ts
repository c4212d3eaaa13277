import type { PeopleWords } from "#app/i18n/people-words-zh-cn.ts";
import { growthText, pointsText } from "#labels/change-text.ts";
import type { Formats } from "#labels/formats.ts";
import type { FigureColumn, Told } from "./people-figure.ts";

const SHARES: readonly FigureColumn[] = ["answered", "rejected", "level"];
const SECONDS: readonly FigureColumn[] = ["mean", "p90"];

/** A figure as the screen writes it. */
export function figureText(
  column: FigureColumn,
  value: Told,
  words: PeopleWords,
  formats: Formats,
): string {
  if (typeof value !== "number") return words[value];
  if (SHARES.includes(column)) return formats.percent(value);
  return SECONDS.includes(column) ? formats.seconds(value) : formats.count(value);
}

/** How a figure has changed: shares by points, all else by percent; undefined where there is nothing to hold it against. */
export function changeText(
  column: FigureColumn,
  now: Told,
  before: Told,
  words: PeopleWords,
  formats: Formats,
): string | undefined {
  if (typeof now !== "number" || typeof before !== "number") return undefined;
  return SHARES.includes(column)
    ? words.points(pointsText(now, before, formats))
    : growthText(now, before, formats);
}

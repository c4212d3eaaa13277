import type { Formats } from "./formats.ts";

/** By how much more or less than before, in percent; undefined where there was nothing before. */
export function growthText(now: number, before: number, formats: Formats): string | undefined {
  if (before === 0) return now === 0 ? formats.percentChange(0) : undefined;
  return formats.percentChange((now - before) / before);
}

/** The difference of two shares, in percentage points with one decimal: `+1.2`. */
export function pointsText(now: number, before: number, formats: Formats): string {
  return formats.change(Math.round(1000 * (now - before)) / 10);
}

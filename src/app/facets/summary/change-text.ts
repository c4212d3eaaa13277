import type { Formats } from "#app/i18n/formats.ts";

/** With its sign, the minus as wide as the plus. */
function signed(value: number, text: (size: number) => string): string {
  if (value === 0) return `±${text(0)}`;
  return `${value > 0 ? "+" : "−"}${text(Math.abs(value))}`;
}

/** By how much more or less than before, in percent; undefined where there was nothing before. */
export function growthText(now: number, before: number, formats: Formats): string | undefined {
  if (before === 0) return now === 0 ? signed(0, formats.percent) : undefined;
  return signed((now - before) / before, formats.percent);
}

/** The difference of two shares, in percentage points with one decimal: `+1.2`. */
export function pointsText(now: number, before: number): string {
  const tenths = Math.round(1000 * (now - before));
  return signed(tenths, (size) => (size / 10).toFixed(1));
}

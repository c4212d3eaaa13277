import { isPlausible, otherUnitOf } from "#contract/time/instant-unit.ts";

/** Milliseconds in digits, or zero; some programs write every number with a point. */
export const INSTANT_TEXT = String.raw`(?:0|\d{12,13})(?:\.0*)?`;
const INSTANT_PATTERN = new RegExp(`^${INSTANT_TEXT}$`);

/** Days since 1900, which spreadsheets show as dates; these are of 2000 to 2099. */
const SPREADSHEET_DAYS = { first: 36_526, end: 73_051 };

/** `2026-11-26 09:20`, `26.11.2026`, `9:20`, `2026年11月26日`. */
const DATE_IN_WORDS = /\d\s*[-/:年T]\s*\d|\d\.\d+\.\d/;

/** Why a text is no instant of a call, with what it looks like; undefined if it is one, or zero. */
export function instantFault(text: string): string | undefined {
  const value = /^\d+(\.\d*)?$/.test(text) ? Number(text) : Number.NaN;
  if (INSTANT_PATTERN.test(text) && (value === 0 || isPlausible(value))) return undefined;
  const unit = otherUnitOf(value);
  if (unit !== undefined) return `looks like ${unit}: this needs milliseconds`;
  if (value >= SPREADSHEET_DAYS.first && value < SPREADSHEET_DAYS.end)
    return "looks like a spreadsheet's date: this needs milliseconds since 1970 (UTC)";
  if (DATE_IN_WORDS.test(text))
    return "is a date in words: this needs milliseconds since 1970 (UTC)";
  return "must be a Unix timestamp in milliseconds, of 2000 to 2100";
}

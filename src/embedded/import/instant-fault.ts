/** Every call centre's calls are between them: what lies elsewhere has another unit or is none. */
export const EARLIEST_MS = Date.UTC(2000, 0, 1);
export const LATEST_MS = Date.UTC(2100, 0, 1);

/** Milliseconds in digits, or zero; some programs write every number with a point. */
export const INSTANT_TEXT = String.raw`(?:0|\d{12,13})(?:\.0*)?`;
const INSTANT_PATTERN = new RegExp(`^${INSTANT_TEXT}$`);

/** How many of our milliseconds one of another unit is. */
const OTHER_UNITS = { seconds: 1000, microseconds: 1e-3, nanoseconds: 1e-6 } as const;

/** Days since 1900, which spreadsheets show as dates; these are of 2000 to 2099. */
const SPREADSHEET_DAYS = { first: 36_526, end: 73_051 };

/** `2026-11-26 09:20`, `26.11.2026`, `9:20`, `2026年11月26日`. */
const DATE_IN_WORDS = /\d\s*[-/:年T]\s*\d|\d\.\d+\.\d/;

const isPlausible = (ms: number) => ms >= EARLIEST_MS && ms <= LATEST_MS;

/** Why a text is no instant of a call, with what it looks like; undefined if it is one, or zero. */
export function instantFault(text: string): string | undefined {
  const value = /^\d+(\.\d*)?$/.test(text) ? Number(text) : Number.NaN;
  if (INSTANT_PATTERN.test(text) && (value === 0 || isPlausible(value))) return undefined;
  for (const [unit, ms] of Object.entries(OTHER_UNITS))
    if (isPlausible(value * ms)) return `looks like ${unit}: this needs milliseconds`;
  if (value >= SPREADSHEET_DAYS.first && value < SPREADSHEET_DAYS.end)
    return "looks like a spreadsheet's date: this needs milliseconds since 1970 (UTC)";
  if (DATE_IN_WORDS.test(text))
    return "is a date in words: this needs milliseconds since 1970 (UTC)";
  return "must be a Unix timestamp in milliseconds, of 2000 to 2100";
}

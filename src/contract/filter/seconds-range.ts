/** Seconds from and to, both included. One end may be open; a call without the duration is in no range. */
export interface SecondsRange {
  readonly from?: number;
  readonly to?: number;
}

/** The longest that can be asked for: eleven days. */
export const MOST_SECONDS = 999_999;

/**
 * The range that a text names: `60..` is 60 s or more, `..20` 20 s or less, `60..180` between the two;
 * undefined if it names none.
 */
export function readSecondsRange(text: string): SecondsRange | undefined {
  const [, from = "", to = ""] = /^(\d{0,6})\.\.(\d{0,6})$/.exec(text) ?? [];
  if (from === "" && to === "") return undefined;
  const range = {
    ...(from !== "" && { from: Number(from) }),
    ...(to !== "" && { to: Number(to) }),
  };
  return isReversed(range) ? undefined : range;
}

/** The one text that {@link readSecondsRange} reads as the range. */
export function writeSecondsRange({ from, to }: SecondsRange): string {
  return `${from ?? ""}..${to ?? ""}`;
}

/** True where no duration is both: the least would be more than the most. */
export function isReversed({ from, to }: SecondsRange): boolean {
  return from !== undefined && to !== undefined && from > to;
}

/** True for a duration that lies in the range. One that is absent is no 0 s. */
export function isInSeconds({ from, to }: SecondsRange, seconds: number | undefined): boolean {
  return (
    seconds !== undefined &&
    (from === undefined || seconds >= from) &&
    (to === undefined || seconds <= to)
  );
}

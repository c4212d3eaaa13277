import type { Dayjs } from "dayjs";
import { readWallClock } from "#app/i18n/wall-clock.ts";

/** Forms that say an instant less than wholly, with the unit that is meant. */
const SHORT_FORMS = [
  ["YYYY-MM-DD HH:mm:ss", "second"],
  ["YYYY-MM-DD HH:mm", "minute"],
  ["YYYY-MM-DD", "day"],
] as const;

/**
 * What somebody means who types a day alone or a time without its seconds, also with `/` or `.` in the date:
 * of a start the first second of it, of an end the last. Undefined where it is not one of these.
 *
 * @param side 0 is the start, 1 the end
 */
export function readTyped(text: string, side: 0 | 1): Dayjs | undefined {
  const plain = text
    .trim()
    // One digit at the end may become two.
    .replace(/^(\d{4})[/.-](\d{1,2})[/.-](\d{2}|\d(?=[\sT]))(?=\D|$)/, (_all, year, month, day) =>
      [year, month.padStart(2, "0"), day.padStart(2, "0")].join("-"),
    )
    .replace(/[\sT]+/, " ");
  for (const [form, unit] of SHORT_FORMS) {
    const reading = readWallClock(plain, form);
    if (reading.isValid())
      return side === 0 ? reading.startOf(unit) : reading.endOf(unit).millisecond(0);
  }
  return undefined;
}

import type { Dayjs } from "dayjs";
import { fromWallClock } from "#app/i18n/wall-clock.ts";
import type { AbsoluteRange } from "#contract/time/time-range.ts";

/** Start and end as the clocks of the zone show them. */
export type Ends = [Dayjs, Dayjs];

const isSameDay = (one: Dayjs, other: Dayjs) => one.isSame(other, "day");
const isSameTime = (one: Dayjs, other: Dayjs) =>
  one.format("HH:mm:ss") === other.format("HH:mm:ss");

/**
 * Which ends the hand gave a time of day in this opening. A calendar hands the time of the earlier value on
 * to the day that is clicked, and that was chosen by nobody.
 */
export function withTouched(
  touched: readonly [boolean, boolean],
  opened: Ends,
  now: readonly [Dayjs | null | undefined, Dayjs | null | undefined],
): readonly [boolean, boolean] {
  const isTouched = (end: 0 | 1) => {
    const value = now[end];
    return touched[end] || (value != null && !isSameTime(value, opened[end]));
  };
  return [isTouched(0), isTouched(1)];
}

/**
 * The range that was chosen. A day that was clicked is the whole of it, from 00:00:00 to 23:59:59.999,
 * unless the hand changed the time; what was left as it was stays. Ends in the wrong order change places.
 *
 * @param opened what the calendar showed when it was opened
 * @param timeZone IANA name
 */
export function chosenRange(
  opened: Ends,
  chosen: Ends,
  touched: readonly [boolean, boolean],
  timeZone: string,
): AbsoluteRange {
  const choiceOf = (end: 0 | 1): Choice => ({
    reading: chosen[end],
    isWholeDay: !touched[end] && !isSameDay(chosen[end], opened[end]),
  });
  const [first, second] = [choiceOf(0), choiceOf(1)];
  const isTurned = first.reading.isAfter(second.reading, "second");
  const [start, end] = isTurned ? [second, first] : [first, second];
  return { from: startOf(start, timeZone), to: endOf(end, timeZone) };
}

interface Choice {
  readonly reading: Dayjs;
  readonly isWholeDay: boolean;
}

function startOf({ reading, isWholeDay }: Choice, timeZone: string): number {
  return fromWallClock(isWholeDay ? reading.startOf("day") : reading.millisecond(0), timeZone);
}

/** The end is inclusive to the millisecond, and the picker stops at seconds. */
function endOf({ reading, isWholeDay }: Choice, timeZone: string): number {
  return fromWallClock(isWholeDay ? reading.endOf("day") : reading.millisecond(999), timeZone);
}

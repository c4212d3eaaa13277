import type { Dayjs } from "dayjs";
import { betweenReadings } from "#app/i18n/wall-clock.ts";
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
 * In an hour that clocks show twice the start is in the first and the end in the last; between readings
 * that they skip there is nothing, and `from` is after `to`.
 *
 * @param opened what the calendar showed when it was opened
 * @param shown the range whose ends it showed; absent where it showed those of days
 * @param timeZone IANA name
 */
export function chosenRange(
  opened: Ends,
  chosen: Ends,
  touched: readonly [boolean, boolean],
  timeZone: string,
  shown?: AbsoluteRange,
): AbsoluteRange {
  const choiceOf = (end: 0 | 1): Choice => ({
    reading: chosen[end],
    isWholeDay: !touched[end] && !isSameDay(chosen[end], opened[end]),
  });
  const [first, second] = [choiceOf(0), choiceOf(1)];
  const isTurned = first.reading.isAfter(second.reading, "second");
  const [start, end] = isTurned ? [second, first] : [first, second];
  const range = betweenReadings(startOf(start), endOf(end), timeZone);
  if (shown === undefined || isTurned) return range;
  // Of what is left as it was not the reading stays but the instant, of which that may be one of two.
  const isKept = (which: 0 | 1) => chosen[which].isSame(opened[which], "second");
  return { from: isKept(0) ? shown.from : range.from, to: isKept(1) ? shown.to : range.to };
}

interface Choice {
  readonly reading: Dayjs;
  readonly isWholeDay: boolean;
}

function startOf({ reading, isWholeDay }: Choice): Dayjs {
  return isWholeDay ? reading.startOf("day") : reading.millisecond(0);
}

/** The end is inclusive to the millisecond, and the picker stops at seconds. */
function endOf({ reading, isWholeDay }: Choice): Dayjs {
  return isWholeDay ? reading.endOf("day") : reading.millisecond(999);
}

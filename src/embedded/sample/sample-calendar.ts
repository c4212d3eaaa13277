import { startOfDay } from "#contract/time/calendar-days.ts";
import { DAY_MS } from "#contract/time/durations.ts";
import { createRng, type Rng } from "#upstream/chance/rng.ts";

/** A day of the calendar, in the time zone of the calls. */
export interface SampleDay {
  /** Its first instant, and that of the next day, in ms: a day may have 23 or 25 hours. */
  readonly start: number;
  readonly end: number;
  /** Days since 1970-01-01. It names the day whenever the data is made, so its calls stay the same. */
  readonly number: number;
}

/** A small sample covers few days rather than many with no call in them. */
const LEAST_PER_DAY = 24;

/** Monday to Sunday; a call centre of shops and services works at weekends too. */
const WEEKDAYS = [1.2, 1.12, 1.08, 1.06, 1.09, 0.8, 0.65] as const;

/** Calls by the hour, relative: two humps, a dip at lunch, a few at night. */
const HOURS = [
  0.4, 0.3, 0.22, 0.18, 0.18, 0.25, 0.5, 1.3, 4.8, 8.8, 10.4, 9.3, 5.4, 5.9, 9, 9.7, 9.3, 8, 5.1,
  3.4, 2.6, 1.8, 0.9, 0.4,
] as const;
/** The later start and flatter shape of a weekend. */
const WEEKEND_HOURS = [
  0.4, 0.3, 0.22, 0.18, 0.18, 0.22, 0.4, 0.7, 2.6, 5.8, 7.6, 7.4, 5.2, 5.4, 6.6, 7, 6.8, 6, 4.6,
  3.9, 3.2, 2.2, 1.1, 0.5,
] as const;

/** Today, yesterday, and so on without end. */
export function* daysBack(now: number, timeZone: string): Generator<SampleDay> {
  // Canada's way of writing a date is YYYY-MM-DD, which Date.parse reads as UTC.
  const calendar = new Intl.DateTimeFormat("en-CA", { timeZone });
  const dateAt = (instant: number) => calendar.format(instant);
  let end = startOfDay(now, timeZone, -1);
  for (let back = 0; ; back += 1) {
    // Nearly every day has 24 hours; only where one has not is the calendar asked, which is slow.
    const guess = end - DAY_MS;
    const isStart = dateAt(guess) === dateAt(end - 1) && dateAt(guess - 1) !== dateAt(guess);
    const start = isStart ? guess : startOfDay(now, timeZone, back);
    yield { start, end, number: Date.parse(dateAt(start)) / DAY_MS };
    end = start;
  }
}

/** 0 is Monday: day 0, 1970-01-01, was a Thursday. */
const weekdayOf = (day: SampleDay) => (day.number + 3) % 7;

/** Calls that begin on this day, when there are `average` of them a day. */
export function callsOnDay(day: SampleDay, seed: string, average: number): number {
  const rng = createRng(seed, "volume", day.number);
  const weekday = WEEKDAYS[weekdayOf(day)] ?? 1;
  const noise = 0.92 + 0.16 * rng.next();
  // A promotion, an outage: now and then a day is busier.
  const surge = rng.chance(0.04) ? 1.2 + 0.4 * rng.next() : 1;
  return Math.round(Math.max(average, LEAST_PER_DAY) * weekday * noise * surge);
}

/** The hours' weights as a rising sum by quarter of an hour, with straight lines between hours. */
function risingSum(hours: readonly number[]): number[] {
  const sums = [0];
  for (let quarter = 0; quarter < 96; quarter += 1) {
    const at = quarter / 4 - 0.375;
    const hour = Math.floor(at);
    const [left = 0, right = 0] = [hours[(hour + 24) % 24], hours[(hour + 1) % 24]];
    sums.push((sums.at(-1) ?? 0) + left + (right - left) * (at - hour));
  }
  return sums;
}

const WEEKDAY_SUMS = risingSum(HOURS);
const WEEKEND_SUMS = risingSum(WEEKEND_HOURS);

/** When the calls of the day begin, in ms, the earliest first. */
export function startsOnDay(day: SampleDay, count: number, rng: Rng): Float64Array {
  const sums = weekdayOf(day) >= 5 ? WEEKEND_SUMS : WEEKDAY_SUMS;
  const total = sums.at(-1) ?? 1;
  const starts = Float64Array.from({ length: count }, () => {
    const wanted = rng.next() * total;
    const after = sums.findIndex((sum) => sum > wanted);
    const [before = 0, next = 1] = [sums[after - 1], sums[after]];
    const quarter = after - 1 + (wanted - before) / (next - before);
    return Math.floor(day.start + (quarter / 96) * (day.end - day.start));
  });
  return starts.toSorted();
}

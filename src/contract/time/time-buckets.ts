import { DAY_MS, HOUR_MS, MINUTE_MS, WEEK_MS } from "./durations.ts";
import type { AbsoluteRange } from "./time-range.ts";
import { zoneClock } from "./zone-clock.ts";

/** The unit of a bucket's length. Weeks begin with Monday. */
export type TimeUnit = "minute" | "hour" | "day" | "week" | "month" | "year";

/** The length of a bucket: 15 minutes is `{ unit: "minute", times: 15 }`. */
export interface TimeStep {
  readonly unit: TimeUnit;
  readonly times: number;
}

/** A range in buckets. Bucket `i` begins at `edges[i]` and ends before `edges[i + 1]`, both in ms. */
export interface TimeBuckets {
  readonly step: TimeStep;
  readonly edges: readonly number[];
}

/** 1970-01-05, the first Monday. */
const A_MONDAY = 4 * DAY_MS;

/** The length of a unit, about: months, years and days on which clocks change differ. */
const ABOUT_MS: Record<TimeUnit, number> = {
  minute: MINUTE_MS,
  hour: HOUR_MS,
  day: DAY_MS,
  week: WEEK_MS,
  month: 30.4 * DAY_MS,
  year: 365 * DAY_MS,
};

/**
 * Steps from short to long, each with the most buckets that it is used for. A quarter is shown in days
 * and a year in weeks, as a call centre looks at them. Two buckets a day show a comb and no curve, so
 * steps of 12 hours end early.
 */
const STEPS: readonly (TimeStep & { readonly most: number })[] = [
  { unit: "minute", times: 1, most: 60 },
  { unit: "minute", times: 5, most: 60 },
  { unit: "minute", times: 15, most: 60 },
  { unit: "minute", times: 30, most: 60 },
  { unit: "hour", times: 1, most: 60 },
  { unit: "hour", times: 3, most: 60 },
  { unit: "hour", times: 6, most: 60 },
  { unit: "hour", times: 12, most: 50 },
  { unit: "day", times: 1, most: 93 },
  { unit: "week", times: 1, most: 60 },
  { unit: "month", times: 1, most: 122 },
  { unit: "month", times: 3, most: 122 },
  { unit: "year", times: 1, most: 122 },
];
const LONGEST: TimeStep = { unit: "year", times: 10 };

const lengthOf = ({ from, to }: AbsoluteRange) => to + 1 - from;

function stepFor(range: AbsoluteRange, mostOf: (step: { readonly most: number }) => number) {
  const fits = STEPS.find(
    (step) => lengthOf(range) / (ABOUT_MS[step.unit] * step.times) <= mostOf(step),
  );
  return fits ?? LONGEST;
}

/**
 * The range in buckets that suit its length. Buckets begin where the clocks and the calendar of the
 * zone begin an hour, a day, a week; the range cuts off the first and the last.
 *
 * @param timeZone IANA name
 * @returns at most {@link MAX_BUCKETS} buckets
 */
export function bucketsOf(range: AbsoluteRange, timeZone: string): TimeBuckets {
  const { unit, times } = stepFor(range, ({ most }) => most);
  const within = stepsWithin(range, { unit, times }, timeZone).filter((at) => at > range.from);
  return { step: { unit, times }, edges: [range.from, ...within, range.to + 1] };
}

/**
 * The instants to write at an axis of the range, ms, ascending.
 *
 * @param timeZone IANA name
 * @param most how many there may be, about
 */
export function ticksOf(range: AbsoluteRange, timeZone: string, most: number) {
  return stepsWithin(
    range,
    stepFor(range, () => most),
    timeZone,
  );
}

/** The instants in the range at which a step begins, ascending. */
function stepsWithin(range: AbsoluteRange, step: TimeStep, timeZone: string): readonly number[] {
  const { readingAt, firstAt } = zoneClock(timeZone);
  const first = readingAt(range.from);
  const steps: number[] = [];
  for (const at of stepsSince(first, step, firstAt)) {
    if (at > range.to) break;
    // Where clocks skip a stretch, steps within it begin at one instant.
    if (at >= range.from && at > (steps.at(-1) ?? -1)) steps.push(at);
  }
  return steps;
}

/** The instants at which a step begins, from the one that the reading is in. */
function* stepsSince(
  reading: number,
  { unit, times }: TimeStep,
  firstAt: (reading: number) => number,
): Generator<number> {
  const size = ABOUT_MS[unit] * times;
  const day = reading - (((reading % DAY_MS) + DAY_MS) % DAY_MS);
  if (unit === "month" || unit === "year") {
    const months = unit === "month" ? times : 12 * times;
    const date = new Date(reading);
    const month = 12 * date.getUTCFullYear() + date.getUTCMonth();
    for (let at = month - (month % months); ; at += months)
      yield firstAt(Date.UTC(Math.floor(at / 12), at % 12));
  }
  if (size <= HOUR_MS)
    // By the hour and less, every bucket is as long as another, also where clocks change.
    for (let at = day; ; at += DAY_MS) {
      const next = firstAt(at + DAY_MS);
      for (let instant = firstAt(at); instant < next; instant += size) yield instant;
    }
  const start = unit === "week" ? day - ((((day - A_MONDAY) % WEEK_MS) + WEEK_MS) % WEEK_MS) : day;
  for (let at = start; ; at += size) yield firstAt(at);
}

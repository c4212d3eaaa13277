import { HOUR_MS } from "#contract/time/durations.ts";
import type { StoredRecord } from "#embedded/database/schema.ts";
import { createRng } from "#upstream/chance/rng.ts";
import { callsOnDay, daysBack, startsOnDay, type SampleDay } from "./sample-calendar.ts";
import { createCall } from "./sample-call.ts";
import type { SampleInstance } from "./sample-instances.ts";

export interface SampleRecordsRequest {
  readonly instance: SampleInstance;
  readonly seed: string;
  /** Over how many days up to now the calls are spread, on average. */
  readonly days: number;
  readonly timeZone: string;
  /** ms: there is no call that had not ended by then. */
  readonly now: number;
}

/** No call lasts longer: what began earlier than this before now has ended. */
const LONGEST_CALL_MS = 4 * HOUR_MS;

function plannedCalls(day: SampleDay, { instance, seed, days }: SampleRecordsRequest): number {
  return callsOnDay(day, `${seed}/${instance.id}`, instance.records / days);
}

interface PlannedDay {
  readonly day: SampleDay;
  /** The calls of the day that are in the sample, as a count of its last ones. */
  readonly count: number;
}

/**
 * The calls of one day that have ended by now. They come from the day's own seed, so they are the
 * same whenever the sample is made: a link to a record outlives a restart.
 */
function callsOf(day: SampleDay, request: SampleRecordsRequest): StoredRecord[] {
  const { instance, seed, now } = request;
  const rng = createRng(seed, instance.id, day.number);
  const starts = startsOnDay(day, plannedCalls(day, request), rng);
  return Array.from(starts, (start, index) => {
    const digits = String(rng.int(0, 9999)).padStart(4, "0") + String(index).padStart(7, "0");
    return createCall(instance, `job-${instance.ordinal}${day.number}${digits}`, start, now, rng);
  }).filter(({ releaseTime = 0 }) => releaseTime <= now);
}

/** The days of the sample, walking back from today until there are enough calls. */
function planDays(request: SampleRecordsRequest): PlannedDay[] {
  const { instance, timeZone, now } = request;
  const days: PlannedDay[] = [];
  let missing = instance.records;
  for (const day of daysBack(now, timeZone)) {
    if (missing === 0) break;
    const available =
      day.end > now - LONGEST_CALL_MS ? callsOf(day, request).length : plannedCalls(day, request);
    const count = Math.min(available, missing);
    days.push({ day, count });
    missing -= count;
  }
  return days;
}

/** The instance's calls, the latest first, made day by day as they are asked for. */
export function* createSampleRecords(request: SampleRecordsRequest): Generator<StoredRecord> {
  for (const { day, count } of planDays(request)) {
    const calls = callsOf(day, request);
    yield* calls.slice(calls.length - count).toReversed();
  }
}

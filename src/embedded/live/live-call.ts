import { HOUR_MS, MINUTE_MS } from "#contract/time/durations.ts";
import type { StoredRecord } from "#embedded/database/schema.ts";
import { createCall } from "#embedded/sample/sample-call.ts";
import type { SampleInstance } from "#embedded/sample/sample-instances.ts";
import { createRng, type Rng } from "#upstream/chance/rng.ts";

export interface LiveCallRequest {
  readonly instances: readonly SampleInstance[];
  /** The sample's. */
  readonly seed: string;
  /** ms: the instant at which the record arrives. */
  readonly now: number;
  /** Another number gives another call of the same instant. */
  readonly attempt?: number | undefined;
}

/** The provider pushes a broken leg again, usually within two hours. */
const LATEST_MS = 2 * HOUR_MS;
/** Less than this would not be late: a record needs a moment in any case. */
const LATE_MS = 5 * MINUTE_MS;
const LATE_SHARE = 0.1;

/** In ms, how long after the end of the call its record arrives. */
function delayOf(durationMs: number, rng: Rng): number {
  const isLate = rng.chance(LATE_SHARE);
  const most = LATEST_MS - durationMs;
  return isLate && most > LATE_MS ? rng.int(LATE_MS, most) : 0;
}

/**
 * A call whose record arrives now: it has just ended, or, one in ten, it arrives late and began up
 * to two hours ago. The same seed and instant give the same call.
 */
export function createLiveCall(request: LiveCallRequest): StoredRecord {
  const { instances, seed, now, attempt = 0 } = request;
  const rng = createRng(seed, "live", now, attempt);
  const instance = rng.weighted(instances.map((one) => [one, Math.max(1, one.records)]));
  // The sample's ids have 17 digits, these have 18: they can never be the same.
  const suffix = String(rng.int(0, 9999)).padStart(4, "0");
  const contactId = `job-${instance.ordinal}${String(now).padStart(13, "0")}${suffix}`;
  const create = (startTime: number) =>
    createCall(instance, contactId, startTime, now, createRng(seed, contactId));
  // Made twice: only the first tells how long it is, and with that when it began.
  const durationMs = create(0).releaseTime ?? 0;
  return create(now - durationMs - delayOf(durationMs, rng));
}

import { HOUR_MS, MINUTE_MS } from "#contract/time/durations.ts";
import type { EmbeddedDatabase } from "#embedded/database/database.ts";

/** A recording is there some minutes after the call. */
const DELAY_MS = 10 * MINUTE_MS;
const EVERY_MS = 60_000;
/** No call that is still without its recording began earlier than this before the last look. */
const LONGEST_CALL_MS = 4 * HOUR_MS;

export interface LiveRecordings {
  /** Makes ready what has become so, about once a minute; asked in between it does nothing. */
  update(now: number): Promise<void>;
}

/** The recordings of a sample, which become ready while the calls go on. */
export function readyRecordings(database: EmbeddedDatabase): LiveRecordings {
  /** The first look is at every call: a file may have been closed for days. */
  let lookedAt: number | undefined;
  return {
    async update(now) {
      if (lookedAt !== undefined && now - lookedAt < EVERY_MS) return;
      const from = lookedAt === undefined ? 0 : lookedAt - DELAY_MS - LONGEST_CALL_MS;
      await database.update({
        text: "UPDATE records SET RecordingReady = true, RecordingDuration = TalkTime WHERE NOT RecordingReady AND TalkTime > 0 AND ReleaseTime <= $1 AND StartTime >= $2",
        params: [now - DELAY_MS, from],
      });
      lookedAt = now;
    },
  };
}

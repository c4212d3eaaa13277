import { pipeline, Transform } from "node:stream";
import type { CallRecord } from "#contract/record/call-record.ts";
import type { StorageReply } from "./storage.ts";

/** What is sent at once, and then each second, of a recording's own seconds. */
const AHEAD_SECONDS = 10;
const SPEED = 16;
/** A head and the first of what follows; and enough for any kind of sound, whatever a record says of its length. */
const LEAST_AHEAD_BYTES = 32 * 1024;
const LEAST_BYTES_PER_SECOND = 256 * 1024;

/**
 * Hands on a recording no faster than somebody who listens at double speed can need it, many times over. A
 * browser fetches megabytes ahead of what is heard, as fast as they come: of each place where one listens
 * for a moment they would be fetched for nothing.
 *
 * @param bytesPerSecond of the recording
 */
export function paceStream(bytesPerSecond: number): Transform {
  const ahead = Math.max(LEAST_AHEAD_BYTES, AHEAD_SECONDS * bytesPerSecond);
  const perMs = Math.max(LEAST_BYTES_PER_SECOND, SPEED * bytesPerSecond) / 1000;
  let free = ahead;
  let countedAt = performance.now();
  let timer: NodeJS.Timeout | undefined;
  return new Transform({
    transform(piece: Buffer, _encoding, done) {
      const now = performance.now();
      // A player that has rested may have as much at once as one that begins, and no more.
      free = Math.min(ahead, free + (now - countedAt) * perMs) - piece.length;
      countedAt = now;
      if (free >= 0) done(undefined, piece);
      else timer = setTimeout(() => done(undefined, piece), -free / perMs);
    },
    destroy(error, done) {
      clearTimeout(timer);
      done(error);
    },
  });
}

/** What the storage answered to somebody who listens: as fast as {@link paceStream} has it. */
export function paced(reply: StorageReply, record: CallRecord): StorageReply {
  const { headers, body } = reply;
  const total = /\/(\d+)$/.exec(headers["content-range"] ?? "")?.[1];
  const bytes = Number(total ?? headers["content-length"] ?? 0);
  const seconds = record.recordingDuration ?? record.talkTime ?? 0;
  const pace = paceStream(seconds > 0 ? bytes / seconds : 0);
  // Either of them ends the other; what became of them the reply's own stream tells.
  return { ...reply, body: pipeline(body, pace, () => undefined) };
}

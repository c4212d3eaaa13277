import type { CallRecord } from "#contract/record/call-record.ts";

/** When one part of a call was: ms since the epoch; `from` is never after `to`. */
export interface PhaseTime {
  readonly from: number;
  readonly to: number;
}

/** When each part of a call was. A part that the call did not have is of no length. */
export interface PhaseTimes {
  readonly whole: PhaseTime;
  readonly ivr: PhaseTime;
  readonly queue: PhaseTime;
  readonly dialing: PhaseTime;
  readonly ring: PhaseTime;
  readonly talk: PhaseTime;
  /** Within the talk. */
  readonly held: PhaseTime;
  /** When the customer's side was connected; undefined if it never was. */
  readonly establishedAt: number | undefined;
}

type Part = "ivr" | "queue" | "dialing" | "ring";

const WAITING_FIRST: readonly Part[] = ["ivr", "queue", "dialing", "ring"];
/** A predictive call is answered first and handed to whoever is free then. */
const ANSWERED_FIRST: readonly Part[] = ["dialing", "ring", "ivr", "queue"];

export const lengthMs = ({ from, to }: PhaseTime): number => to - from;

const ms = (seconds: number | undefined) => Math.max(0, seconds ?? 0) * 1000;

/** In the middle, on whole seconds where the talk is of whole seconds. */
function heldWithin(talk: PhaseTime, heldTime: number | undefined): PhaseTime {
  const held = Math.min(ms(heldTime), lengthMs(talk));
  const from = talk.from + Math.floor((lengthMs(talk) - held) / 2000) * 1000;
  return { from, to: from + held };
}

/**
 * When each part of the call was, as far as its durations tell: one part follows the other from the
 * start on, and the talk does not begin before the sides were connected. Imported records may
 * contradict themselves; whatever they say, no part leaves the time from `StartTime` to
 * `ReleaseTime`, and one who gave up waiting talked to nobody.
 *
 * @returns undefined for a call that does not say when it began
 */
export function phaseTimes(record: CallRecord): PhaseTimes | undefined {
  const { startTime: start, establishedTime, releaseTime } = record;
  if (start === undefined) return undefined;
  const limit = releaseTime === undefined ? Infinity : Math.max(start, releaseTime);
  const isPredictive = record.contactType === "Predictive";
  const lengths = {
    ivr: ms(record.ivrTime),
    queue: ms(record.queueTime),
    dialing: ms(record.dialingTime),
    ring: ms(record.ringTime),
  };
  let cursor = start;
  const take = (length: number): PhaseTime => {
    const from = cursor;
    cursor = Math.min(cursor + length, limit);
    return { from, to: cursor };
  };
  const none: PhaseTime = { from: start, to: start };
  const parts: Record<Part, PhaseTime> = { ivr: none, queue: none, dialing: none, ring: none };
  for (const part of isPredictive ? ANSWERED_FIRST : WAITING_FIRST)
    parts[part] = take(lengths[part]);

  const isAbandoned = record.contactDisposition?.startsWith("Abandoned") === true;
  const hasTalk = !isAbandoned && ms(record.talkTime) > 0;
  if (hasTalk && establishedTime !== undefined)
    cursor = Math.min(Math.max(cursor, establishedTime), limit);
  const talk = take(hasTalk ? ms(record.talkTime) : 0);
  const answeredAt = isPredictive ? parts.ring.to : talk.from;
  return {
    whole: { from: start, to: releaseTime === undefined ? cursor : limit },
    ...parts,
    talk,
    held: heldWithin(talk, record.heldTime),
    establishedAt: hasTalk ? answeredAt : undefined,
  };
}

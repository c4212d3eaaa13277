import { CALL_EVENTS, type SideEvents } from "./call-events.ts";
import { callPhases, GRACE_MS, isAfter, type ImpossibleTimes } from "./call-phases.ts";
import type { CallRecord } from "./call-record.ts";
import { isOneOf } from "./enums.ts";

/**
 * Why the times of a call cannot all be right, beside {@link ImpossibleTimes}: `duration` the length that the
 * record gives is neither that of the call nor that of its connection · `held-too-long` it was held for longer
 * than the talk · `backward` an event came before the one that it follows · `outside` an event was before the
 * call began or after it ended.
 */
export type TimeDoubt = ImpossibleTimes | "duration" | "held-too-long" | "backward" | "outside";

/** Every reason, each once. Nothing is a reason that rounding may explain, nor what is absent. */
export function timeDoubts(record: CallRecord, sides: readonly SideEvents[]): readonly TimeDoubt[] {
  const doubts: readonly (TimeDoubt | false)[] = [
    ...doubtsOfRecord(record),
    sides.some(runsBackward) && "backward",
    sides.some((side) => isOutside(side, record)) && "outside",
  ];
  return [...new Set(doubts.filter((doubt) => doubt !== false))];
}

function doubtsOfRecord(record: CallRecord): readonly (TimeDoubt | false)[] {
  const { startTime: start, establishedTime: established, releaseTime: release } = record;
  const { heldTime: held = 0, talkTime: talk } = record;
  const phases = callPhases(record);
  return [
    phases !== undefined && "impossible" in phases && phases.impossible,
    (isAfter(start, established) || isAfter(established, release) || isAfter(start, release)) &&
      "order",
    held < 0 && "negative",
    talk !== undefined && (held - talk) * 1000 > GRACE_MS && "held-too-long",
    isDurationOdd(record) && "duration",
  ];
}

/** The upstream counts some calls from their start and others from their connection on. */
function isDurationOdd({
  startTime,
  establishedTime,
  releaseTime,
  callDuration,
}: CallRecord): boolean {
  if (startTime === undefined || releaseTime === undefined || callDuration === undefined)
    return false;
  const lengths = [
    releaseTime - startTime,
    // A call that was never connected may have none.
    establishedTime === undefined ? 0 : releaseTime - establishedTime,
  ];
  return lengths.every((length) => Math.abs(length - callDuration * 1000) > GRACE_MS);
}

function runsBackward({ events }: SideEvents): boolean {
  return events.some(({ at }, index) => at < (events[index - 1]?.at ?? at));
}

function isOutside({ events }: SideEvents, { startTime, releaseTime }: CallRecord): boolean {
  const first = (startTime ?? -Infinity) - GRACE_MS;
  const last = (releaseTime ?? Infinity) + GRACE_MS;
  // What else there may be, such as what an agent notes afterwards, may well be later.
  return events.some(({ name, at }) => isOneOf(CALL_EVENTS, name) && (at < first || at > last));
}

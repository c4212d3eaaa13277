import { CALL_EVENTS, type CallEvent, type SideEvents } from "./call-events.ts";
import { GRACE_MS, impossibleTimes, type ImpossibleTimes } from "./call-phases.ts";
import type { CallRecord } from "./call-record.ts";
import { isOneOf } from "./enums.ts";

/**
 * Why the times of a call cannot all be right, beside {@link ImpossibleTimes}: `duration` the length that the
 * record gives is neither that of the call nor that of its connection · `held-too-long` it was held for longer
 * than the talk · `backward` an event came before the one that it follows · `outside` an event was before the
 * call began or after it ended · `connected` no event connected anybody when the record says · `released` by
 * the events the call was over long before the record says · `event-length` an event says how long went on what
 * began with it, and something else began before that was over.
 */
export type TimeDoubt =
  | ImpossibleTimes
  | "duration"
  | "held-too-long"
  | "backward"
  | "outside"
  | "connected"
  | "released"
  | "event-length";

const WITHIN_TALK = ["Held", "Retrieved"] as const;

/** Every reason, each once. Nothing is a reason that rounding may explain, nor what is absent. */
export function timeDoubts(record: CallRecord, sides: readonly SideEvents[]): readonly TimeDoubt[] {
  const doubts: readonly (TimeDoubt | false)[] = [
    ...doubtsOfRecord(record, sides),
    sides.some(runsBackward) && "backward",
    sides.some((side) => isOutside(side, record)) && "outside",
    isConnectionApart(record, sides) && "connected",
    isReleaseApart(record, sides) && "released",
    sides.some(hasOddLength) && "event-length",
  ];
  return [...new Set(doubts.filter((doubt) => doubt !== false))];
}

function doubtsOfRecord(
  record: CallRecord,
  sides: readonly SideEvents[],
): readonly (TimeDoubt | false)[] {
  const { heldTime: held = 0, talkTime: talk } = record;
  return [
    ...impossibleTimes(record),
    held < 0 && "negative",
    talk !== undefined && (held - talk) * 1000 > GRACE_MS && "held-too-long",
    isDurationOdd(record, sides) && "duration",
  ];
}

/** The upstream counts some calls from their start and others from their connection on. */
function isDurationOdd(record: CallRecord, sides: readonly SideEvents[]): boolean {
  const { callDuration } = record;
  // What the record does not say of its instants the events may.
  const startTime = record.startTime ?? firstOf(knownEvents(sides));
  const releaseTime = record.releaseTime ?? overAt(sides);
  if (startTime === undefined || releaseTime === undefined || callDuration === undefined)
    return false;
  const connections = [record.establishedTime, ...connectionsOf(sides)].filter(
    (at) => at !== undefined,
  );
  const lengths = [
    releaseTime - startTime,
    ...connections.map((at) => releaseTime - at),
    // A call that was never connected may have none.
    ...(connections.length === 0 ? [0] : []),
  ];
  return lengths.every((length) => Math.abs(length - callDuration * 1000) > GRACE_MS);
}

function runsBackward({ events }: SideEvents): boolean {
  return events.some(({ at }, index) => at < (events[index - 1]?.at ?? at));
}

function isOutside(side: SideEvents, { startTime, releaseTime }: CallRecord): boolean {
  const first = (startTime ?? -Infinity) - GRACE_MS;
  const last = (releaseTime ?? Infinity) + GRACE_MS;
  return knownEvents([side]).some(({ at }) => at < first || at > last);
}

function isConnectionApart({ establishedTime }: CallRecord, sides: readonly SideEvents[]): boolean {
  if (establishedTime === undefined) return false;
  const connections = connectionsOf(sides);
  return (
    connections.length > 0 && connections.every((at) => Math.abs(at - establishedTime) > GRACE_MS)
  );
}

function isReleaseApart({ releaseTime }: CallRecord, sides: readonly SideEvents[]): boolean {
  const over = overAt(sides);
  return releaseTime !== undefined && over !== undefined && releaseTime - over > GRACE_MS;
}

/** What began may have ended with nothing to tell it, so that only what goes on for too long contradicts. */
function hasOddLength({ events }: SideEvents): boolean {
  return events.some(({ name, at, seconds = 0 }, index) => {
    if (seconds <= 0 || !isOneOf(CALL_EVENTS, name)) return false;
    const later = events.slice(index + 1).filter((one) => isOneOf(CALL_EVENTS, one.name));
    // A talk goes on around a hold, which whatever comes next ends.
    const end = later.find((one) => name === "Held" || !isOneOf(WITHIN_TALK, one.name));
    return end !== undefined && end.at >= at && seconds * 1000 > end.at - at + GRACE_MS;
  });
}

/** What else there may be, such as what an agent notes afterwards, may well be later. */
const knownEvents = (sides: readonly SideEvents[]): readonly CallEvent[] =>
  sides.flatMap(({ events }) => events.filter(({ name }) => isOneOf(CALL_EVENTS, name)));

const connectionsOf = (sides: readonly SideEvents[]): readonly number[] =>
  knownEvents(sides).flatMap(({ name, at }) => (name === "Established" ? [at] : []));

function firstOf(events: readonly CallEvent[]): number | undefined {
  return events.length === 0 ? undefined : Math.min(...events.map(({ at }) => at));
}

/** When the last event was of a call that every customer has left; undefined where none has, or there is none. */
function overAt(sides: readonly SideEvents[]): number | undefined {
  const customers = sides.filter(({ side }) => side === "customer");
  const hasLeft = (side: SideEvents) =>
    ["Released", "Abandoned"].includes(knownEvents([side]).at(-1)?.name ?? "");
  if (customers.length === 0 || !customers.every(hasLeft)) return undefined;
  return Math.max(
    ...knownEvents(sides).map(({ at, seconds = 0 }) => at + Math.max(0, seconds) * 1000),
  );
}

import {
  CALL_EVENTS,
  type CallEvent,
  type CallEventName,
  type SideEvents,
} from "#contract/record/call-events.ts";
import { GRACE_MS } from "#contract/record/call-phases.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import { isOneOf } from "#contract/record/enums.ts";
import type { Lane, Moment, Party, Segment, TimelinePhase } from "./timeline-model.ts";

/** What begins with each event on its side: a phase, which ends what was before, or nothing, which ends it too. */
const BEGINS = {
  Route2IVR: "ivr",
  Enqueue: "queue",
  AssignAgent: undefined,
  QueueingTimeout: undefined,
  QueueingOverflow: undefined,
  QueueingFailure: undefined,
  QueueingCancelled: undefined,
  Dialing: "dialing",
  Ringing: "ring",
  Established: "talk",
  // The talk goes on around it.
  Held: "held",
  Retrieved: undefined,
  Abandoned: undefined,
  Released: undefined,
} as const satisfies Record<CallEventName, TimelinePhase | undefined>;

/** A segment that has begun. */
interface Begun {
  readonly phase: TimelinePhase;
  readonly event: CallEvent;
}

/** Whose events they are, by who is who: one that comes twice has one lane. */
const keyOf = ({ side, id, name }: SideEvents) => JSON.stringify([side, id ?? name]);

/**
 * The lanes of a call as its events tell it. A name that this edition does not know begins and ends nothing.
 *
 * @param endsAt how far goes what has no end, ms since the epoch
 */
export function lanesOfEvents(
  sides: readonly SideEvents[],
  record: CallRecord,
  endsAt: number,
): readonly Lane[] {
  const lanes = new Map<string, { party: Party; segments: Segment[] }>();
  for (const side of sides) {
    const key = keyOf(side);
    const lane = lanes.get(key) ?? { party: partyOf(side, sides), segments: [] };
    lanes.set(key, lane);
    lane.segments.push(...segmentsOf(side, sides, record, endsAt));
  }
  return [...lanes.values()];
}

/** A customer and a flow have a name for machines, which only tells them from another one. */
function partyOf({ side, id, name }: SideEvents, sides: readonly SideEvents[]): Party {
  const isAlone = new Set(sides.filter((one) => one.side === side).map(keyOf)).size === 1;
  const isForMachines = side === "customer" || side === "ivr";
  const shown = name ?? id;
  return { side, names: shown === undefined || (isForMachines && isAlone) ? [] : [shown] };
}

function segmentsOf(
  side: SideEvents,
  sides: readonly SideEvents[],
  record: CallRecord,
  endsAt: number,
): readonly Segment[] {
  const segments: Segment[] = [];
  let main: Begun | undefined;
  let held: Begun | undefined;
  const end = (begun: Begun | undefined, at: number) => {
    if (begun !== undefined) segments.push(segmentOf(begun, endOf(begun, at, side, sides)));
  };
  for (const event of side.events) {
    const { name, at } = event;
    if (!isOneOf(CALL_EVENTS, name)) continue;
    const phase = BEGINS[name];
    end(held, at);
    held = phase === "held" ? { phase, event } : undefined;
    // Neither ends the talk that it is within.
    if (name === "Held" || name === "Retrieved") continue;
    end(main, at);
    main = phase === undefined ? undefined : { phase, event };
  }
  for (const begun of [held, main])
    if (begun !== undefined) segments.push(untold(begun, sides, record, endsAt));
  return segments.toSorted((one, other) => one.from - other.from);
}

/** Whoever dials does so until it rings elsewhere. */
function endOf(
  { phase, event }: Begun,
  to: number,
  side: SideEvents,
  sides: readonly SideEvents[],
): number {
  if (phase !== "dialing") return to;
  const rings = sides
    .filter((one) => one !== side)
    .flatMap(({ events }) => events.filter(({ name }) => name === "Ringing"))
    .map(({ at }) => at)
    .filter((at) => at >= event.at && at <= to);
  return Math.min(to, ...rings);
}

function segmentOf({ phase, event: { at: from } }: Begun, to: number): Segment {
  return { phase, from, to, seconds: Math.round((to - from) / 1000) };
}

/**
 * A segment whose end no event tells: it is as long as the event itself says, or the record where it was the
 * only one of its kind; else it goes on to the end of the call.
 */
function untold(
  begun: Begun,
  sides: readonly SideEvents[],
  record: CallRecord,
  endsAt: number,
): Segment {
  const { phase, event } = begun;
  const isOfRecord = event.seconds === undefined && phase === "ivr";
  const seconds = isOfRecord ? ivrSeconds(sides, record) : event.seconds;
  if (seconds === undefined)
    return { ...segmentOf(begun, Math.max(event.at, endsAt)), isEndUntold: true };
  const to = event.at + seconds * 1000;
  const next = nextAfter(event.at, sides);
  // What comes next begins where it ends: no more than rounding lies between.
  const isNext = next !== undefined && Math.abs(next - to) <= GRACE_MS;
  return {
    phase,
    from: event.at,
    to: isNext ? next : to,
    seconds,
    ...(isOfRecord && { isOfRecord }),
  };
}

/** The provider tells when a caller came into the IVR, and of leaving it only where the call ended there. */
function ivrSeconds(sides: readonly SideEvents[], { ivrTime }: CallRecord): number | undefined {
  const entries = sides.flatMap(({ events }) => events.filter(({ name }) => name === "Route2IVR"));
  return entries.length === 1 ? ivrTime : undefined;
}

function nextAfter(at: number, sides: readonly SideEvents[]): number | undefined {
  const later = sides
    .flatMap(({ events }) => events.map((one) => one.at))
    .filter((one) => one > at);
  return later.length === 0 ? undefined : Math.min(...later);
}

/** A line for each event, with how long what began with it went on. */
export function momentsOfEvents(
  sides: readonly SideEvents[],
  lanes: readonly Lane[],
): readonly Moment[] {
  return sides.flatMap((side) => {
    const party = partyOf(side, sides);
    const lane = lanes.find((one) => isSame(one.party, party));
    return side.events.map((event) => {
      const phase = isOneOf(CALL_EVENTS, event.name) ? BEGINS[event.name] : undefined;
      const begun = lane?.segments.find((one) => one.phase === phase && one.from === event.at);
      return { at: event.at, what: { event: event.name }, party, seconds: begun?.seconds };
    });
  });
}

const isSame = (one: Party, other: Party) =>
  one.side === other.side && one.names.join() === other.names.join();

import { GRACE_MS } from "#contract/record/call-phases.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import type { Disagreement, Lane, Segment, TimelinePhase } from "./timeline-model.ts";

/** How long something was at the least and at the most, ms; by how many lengths, each rounded by itself. */
interface Bounds {
  readonly least: number;
  readonly most: number;
  readonly parts: number;
}

const FIELDS = {
  ivr: "ivrTime",
  queue: "queueTime",
  dialing: "dialingTime",
  ring: "ringTime",
  talk: "talkTime",
  held: "heldTime",
} as const satisfies Record<TimelinePhase, keyof CallRecord>;

/**
 * The durations of a record that its events leave no room for. The provider does not say whether a record adds up
 * what several agents had, counts what they had at once one time, or has the last one's alone: whatever lies
 * between is possible. What goes on may become longer, and then only too much of it contradicts.
 *
 * @param lanes those of its events
 */
export function disagreements(record: CallRecord, lanes: readonly Lane[]): readonly Disagreement[] {
  // The cast is sound: the object is a literal of this module with no other keys.
  return (Object.keys(FIELDS) as TimelinePhase[]).flatMap((phase) => {
    const seconds = record[FIELDS[phase]];
    const bounds = boundsOf(phase, record, lanes);
    // Of less than nothing it is said that it cannot be.
    if (seconds === undefined || seconds < 0 || bounds === undefined) return [];
    const grace = Math.max(GRACE_MS, bounds.parts * 1000);
    const isTooLong = seconds * 1000 > bounds.most + grace;
    const isTooShort = record.releaseTime !== undefined && seconds * 1000 < bounds.least - grace;
    if (!isTooLong && !isTooShort) return [];
    const nearest = isTooLong ? bounds.most : bounds.least;
    return [{ phase, recordSeconds: seconds, eventsSeconds: Math.round(nearest / 1000) }];
  });
}

function boundsOf(
  phase: TimelinePhase,
  record: CallRecord,
  lanes: readonly Lane[],
): Bounds | undefined {
  switch (phase) {
    case "talk":
      return talkBounds(record, lanes);
    case "ivr":
      return ivrBounds(record, lanes);
    case "held": {
      const held = ofAgents(lanes, "held");
      return within(held.length > 0 ? held : ofPhase(lanes, "held"), coveredMs);
    }
    default:
      return within(ofPhase(lanes, phase), shortestMs);
  }
}

/** Between the least by one way to count and the sum of all; undefined where events say nothing of it. */
function within(
  segments: readonly Segment[],
  leastOf: (told: readonly Segment[]) => number,
): Bounds | undefined {
  // What runs backward has no length, and is told to run backward.
  if (segments.length === 0 || segments.some(({ from, to }) => to < from)) return undefined;
  const told = segments.filter(({ isEndUntold }) => !isEndUntold);
  const isOpen = told.length < segments.length;
  return {
    least: told.length === 0 ? 0 : leastOf(told),
    most: isOpen ? Infinity : sumMs(segments),
    parts: segments.length,
  };
}

/** A talk is an agent's; where no agent is told of, what is left of the customer's connection. */
function talkBounds(record: CallRecord, lanes: readonly Lane[]): Bounds | undefined {
  const agents = ofAgents(lanes, "talk");
  const [talks, besides] =
    agents.length > 0
      ? [agents, coveredMs(ofAgents(lanes, "held"))]
      : [ofPhase(lanes, "talk"), waitedMs(record)];
  const bounds = within(talks, coveredMs);
  if (bounds !== undefined) return { ...bounds, least: Math.max(0, bounds.least - besides) };
  const tried = lanes.filter(({ party }) => party.side === "agent").flatMap((one) => one.segments);
  const isOver = tried.length > 0 && tried.every(({ isEndUntold }) => !isEndUntold);
  // Agents were rung or dialled, and it ended with that.
  return talks.length === 0 && isOver ? { least: 0, most: 0, parts: 1 } : undefined;
}

/** Where only the record says how long it was, it had no more than what queue and agents left of the call. */
function ivrBounds({ releaseTime }: CallRecord, lanes: readonly Lane[]): Bounds | undefined {
  const segments = ofPhase(lanes, "ivr");
  const [first] = segments;
  if (first === undefined || !segments.some(({ isOfRecord }) => isOfRecord))
    return within(segments, shortestMs);
  if (releaseTime === undefined) return undefined;
  const elsewhere = lanes
    .filter(({ party }) => party.side === "queue" || party.side === "agent")
    .flatMap((lane) => lane.segments)
    .map(({ from, to }) => ({
      from: Math.max(from, first.from),
      to: Math.min(to, releaseTime),
    }))
    .filter(({ from, to }) => to > from);
  return { least: 0, most: releaseTime - first.from - coveredMs(elsewhere), parts: 1 };
}

const ofPhase = (lanes: readonly Lane[], phase: TimelinePhase): readonly Segment[] =>
  lanes.flatMap(({ segments }) => segments.filter((one) => one.phase === phase));

const ofAgents = (lanes: readonly Lane[], phase: TimelinePhase): readonly Segment[] =>
  ofPhase(
    lanes.filter(({ party }) => party.side === "agent"),
    phase,
  );

/** What the record says of a call before anybody talked, ms. */
const waitedMs = ({ ivrTime = 0, queueTime = 0, dialingTime = 0, ringTime = 0 }: CallRecord) =>
  (ivrTime + queueTime + dialingTime + ringTime) * 1000;

type Stretch = Pick<Segment, "from" | "to">;

const lengthMs = ({ from, to }: Stretch) => to - from;
const sumMs = (all: readonly Stretch[]) => all.reduce((sum, one) => sum + lengthMs(one), 0);
const shortestMs = (all: readonly Stretch[]) => Math.min(...all.map(lengthMs));

/** How long at least one of them was, ms. */
function coveredMs(all: readonly Stretch[]): number {
  let until = -Infinity;
  let covered = 0;
  for (const { from, to } of all.toSorted((one, other) => one.from - other.from)) {
    covered += Math.max(0, to - Math.max(from, until));
    until = Math.max(until, to);
  }
  return covered;
}

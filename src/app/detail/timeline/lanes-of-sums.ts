import type { CallSide } from "#contract/record/call-events.ts";
import { GRACE_MS, type Phase } from "#contract/record/call-phases.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import { customerSide } from "#contract/record/customer-side.ts";
import type { Lane, Moment, Segment } from "./timeline-model.ts";

type Waiting = Exclude<Phase, "talk">;

const WAITING_FIRST: readonly Waiting[] = ["ivr", "queue", "dialing", "ring"];
/** A predictive call is answered first and handed to whoever is free then. */
const ANSWERED_FIRST: readonly Waiting[] = ["dialing", "ring", "ivr", "queue"];

const FIELDS = {
  ivr: "ivrTime",
  queue: "queueTime",
  dialing: "dialingTime",
  ring: "ringTime",
} as const satisfies Record<Waiting, keyof CallRecord>;

/**
 * The lanes of a call that only its durations tell of: one phase follows the other from the start on, and the
 * talk begins with the connection. Which agent had which part, and when a call was held, they do not say.
 *
 * @param startsAt ms since the epoch
 */
export function lanesOfSums(record: CallRecord, startsAt: number): readonly Lane[] {
  const { agentNames = [], agentIds = [], skillGroupNames = [], heldTime } = record;
  const segments = segmentsOf(record, startsAt);
  const side = customerSide(record);
  const hasAgents = agentIds.length > 0 || agentNames.length > 0 || side === "nobody";
  const agents: CallSide = hasAgents ? "agent" : "customer";
  const isCustomerRung = side === "calledNumber";
  const sidesOf = {
    ivr: ["ivr"],
    queue: ["queue"],
    dialing: [record.contactType === "Predictive" ? "customer" : agents],
    ring: [isCustomerRung ? "customer" : agents],
    talk: side === "nobody" ? [agents] : ["customer", agents],
  } as const satisfies Record<Phase, readonly CallSide[]>;

  const laneOf = (of: CallSide, names: readonly string[]): Lane => ({
    party: { side: of, names },
    segments: segments.filter(({ phase }) => sidesOf[phase].some((one) => one === of)),
    heldSeconds: of === agents && heldTime !== 0 ? heldTime : undefined,
  });
  return [
    ...(side === "nobody" ? [] : [laneOf("customer", [])]),
    laneOf("ivr", []),
    laneOf("queue", skillGroupNames),
    laneOf("agent", agentNames.length > 0 ? agentNames : agentIds),
  ].filter(
    (lane) =>
      lane.party.side === "customer" || lane.segments.length > 0 || lane.heldSeconds !== undefined,
  );
}

function segmentsOf(
  record: CallRecord,
  startsAt: number,
): readonly (Segment & { readonly phase: Phase })[] {
  const { establishedTime, releaseTime, talkTime = 0 } = record;
  const isPredictive = record.contactType === "Predictive";
  const order = isPredictive ? ANSWERED_FIRST : WAITING_FIRST;
  const lengths = order
    .map((phase) => ({ phase, seconds: record[FIELDS[phase]] ?? 0 }))
    .filter(({ seconds }) => seconds !== 0);
  const talksAt = talkTime === 0 || isPredictive ? undefined : establishedTime;
  const segments: (Segment & { readonly phase: Phase })[] = [];
  let cursor = startsAt;
  for (const [index, { phase, seconds }] of lengths.entries()) {
    const isLast = index === lengths.length - 1;
    const isAnswer = isPredictive && phase === "ring";
    const told = isAnswer ? establishedTime : isLast && talkTime === 0 ? releaseTime : talksAt;
    const from = cursor;
    cursor = isAnswer || isLast ? meet(from, seconds, told) : from + seconds * 1000;
    segments.push({ phase, from, to: cursor, seconds });
  }
  if (talkTime === 0) return segments;
  const from = talksAt ?? cursor;
  return [
    ...segments,
    { phase: "talk", from, to: meet(from, talkTime, releaseTime), seconds: talkTime },
  ];
}

/** Where a phase ends: at the instant that the record tells, if no more than rounding lies between. */
function meet(from: number, seconds: number, told: number | undefined): number {
  const to = from + seconds * 1000;
  return told !== undefined && told >= from && Math.abs(told - to) <= GRACE_MS ? told : to;
}

/** A line for each phase, once, though two talk; and one for what has no place. */
export function momentsOfSums(lanes: readonly Lane[]): readonly Moment[] {
  // Of a phase that two sides have the other's lane comes later, and says who was talked to.
  const parties = new Map(
    lanes.flatMap(({ party, segments }) => segments.map(({ phase }) => [phase, party])),
  );
  const all = new Map(lanes.flatMap(({ segments }) => segments.map((one) => [one.phase, one])));
  const phases = [...all.values()].map(({ phase, from, seconds }) => ({
    at: from,
    what: { phase },
    party: parties.get(phase),
    seconds,
  }));
  const held = lanes.flatMap(({ party, heldSeconds }) =>
    heldSeconds === undefined
      ? []
      : [{ at: undefined, what: { phase: "held" as const }, party, seconds: heldSeconds }],
  );
  return [...phases, ...held];
}

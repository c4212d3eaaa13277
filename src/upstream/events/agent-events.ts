import type { CallRecord } from "#contract/record/call-record.ts";
import { isCustomerRung, isDialledByAgent, isWithinTheHouse } from "./call-sides.ts";
import { lengthMs, type PhaseTimes, type PhaseTime } from "./phase-times.ts";

interface AgentEvent {
  readonly Event: string;
  /** ms */
  readonly EventTime: number;
  /** s: how long what began here went on. */
  readonly Duration?: number;
}

export interface AgentEvents {
  readonly AgentId: string;
  readonly AgentName: string;
  readonly SkillGroupId?: string | undefined;
  readonly EventSequence: readonly AgentEvent[];
}

/** What one agent had of a call. */
interface Leg {
  readonly dialing?: PhaseTime | undefined;
  readonly ring?: PhaseTime | undefined;
  readonly talk?: PhaseTime | undefined;
  readonly held?: PhaseTime | undefined;
  readonly releasedAt: number;
}

/** The share of one of `count`, in order; of whole seconds where the whole is. */
function shareOf(whole: PhaseTime, index: number, count: number): PhaseTime {
  const end = (n: number) =>
    n === count ? whole.to : whole.from + Math.floor((lengthMs(whole) * n) / count / 1000) * 1000;
  return { from: end(index), to: end(index + 1) };
}

function common(a: PhaseTime, b: PhaseTime): PhaseTime {
  const from = Math.max(a.from, b.from);
  return { from, to: Math.max(from, Math.min(a.to, b.to)) };
}

/**
 * What the agent at `index` had of the call. In a chain of transfers the first was rung and the talk
 * is divided among all; where nobody answered, they were rung one after the other.
 */
function legAt(index: number, count: number, record: CallRecord, phases: PhaseTimes): Leg {
  const isFirst = index === 0;
  const isLast = index === count - 1;
  const dialing = isFirst && isDialledByAgent(record) ? phases.dialing : undefined;
  const hasTalk = lengthMs(phases.talk) > 0;
  if (isWithinTheHouse(record)) {
    const { talk, held, whole } = phases;
    const ring = dialing === undefined ? phases.ring : undefined;
    const releasedAt = hasTalk ? talk.to : whole.to;
    return { dialing, ring, talk, held: isFirst ? held : undefined, releasedAt };
  }
  if (hasTalk) {
    const talk = shareOf(phases.talk, index, count);
    const ring = isFirst && !isCustomerRung(record) ? phases.ring : undefined;
    return { dialing, ring, talk, held: common(talk, phases.held), releasedAt: talk.to };
  }
  if (isCustomerRung(record)) return { dialing, releasedAt: phases.whole.to };
  const ring = shareOf(phases.ring, index, count);
  return { dialing, ring, releasedAt: isLast ? phases.whole.to : ring.to };
}

function begin(Event: string, phase: PhaseTime | undefined): AgentEvent[] {
  if (phase === undefined || lengthMs(phase) === 0) return [];
  return [{ Event, EventTime: phase.from, Duration: Math.round(lengthMs(phase) / 1000) }];
}

function eventsOf({ dialing, ring, talk, held, releasedAt }: Leg): AgentEvent[] {
  const holding = begin("Held", held);
  return [
    ...begin("Dialing", dialing),
    ...begin("Ringing", ring),
    ...begin("Established", talk),
    ...holding,
    ...holding.map(() => ({ Event: "Retrieved", EventTime: held?.to ?? releasedAt })),
    { Event: "Released", EventTime: releasedAt },
  ];
}

/** What each agent had of the call, in the order of `AgentIds`. */
export function agentEvents(record: CallRecord, phases: PhaseTimes): AgentEvents[] {
  const { agentIds = [], agentNames = [], skillGroupIds = [] } = record;
  return agentIds.map((id, index) => ({
    AgentId: id,
    AgentName: (agentNames.length === agentIds.length ? agentNames[index] : undefined) ?? id,
    SkillGroupId: skillGroupIds[index],
    EventSequence: eventsOf(legAt(index, agentIds.length, record, phases)),
  }));
}

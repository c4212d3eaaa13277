import type { CallRecord } from "#contract/record/call-record.ts";
import { agentEvents, type AgentEvents } from "./agent-events.ts";
import { isCustomerRung, isWithinTheHouse } from "./call-sides.ts";
import { phaseTimes, lengthMs, type PhaseTimes } from "./phase-times.ts";

interface CallEvent {
  readonly Event: string;
  /** ms */
  readonly EventTime: number;
}

/** What happened on one side of a call, in the order of time. */
interface Events {
  readonly EventSequence: readonly CallEvent[];
}

interface CustomerEvents extends Events {
  /** The number. */
  readonly CustomerId?: string | undefined;
}

interface IvrEvents extends Events {
  readonly FlowType: string;
}

interface QueueEvents extends Events {
  /** Of the skill group; of the agent where a call waits for one agent. */
  readonly QueueId?: string | undefined;
  readonly QueueName?: string | undefined;
}

export interface CallEvents {
  readonly AgentEvents: readonly AgentEvents[];
  readonly CustomerEvents: readonly CustomerEvents[];
  readonly IvrEvents: readonly IvrEvents[];
  readonly QueueEvents: readonly QueueEvents[];
}

/** How a wait in the queue ended, where it did not end with an agent. */
const QUEUE_ENDINGS: Readonly<Record<string, string>> = {
  AbandonedInQueue: "Abandoned",
  QueuingTimeout: "QueueingTimeout",
  QueuingOverflow: "QueueingOverflow",
  QueuingFailed: "QueueingFailure",
};
const ENDED_IN_IVR = ["AbandonedInIVR", "AbandonedInVoiceNavigator", "IVRException", "Voicemail"];

function ivrEvents(record: CallRecord, { ivr }: PhaseTimes): IvrEvents[] {
  if (lengthMs(ivr) === 0) return [];
  const disposition = record.contactDisposition ?? "";
  const events: CallEvent[] = [{ Event: "Route2IVR", EventTime: ivr.from }];
  if (ENDED_IN_IVR.includes(disposition)) {
    const isAbandoned = disposition.startsWith("Abandoned");
    events.push({ Event: isAbandoned ? "Abandoned" : "Released", EventTime: ivr.to });
  }
  return [{ FlowType: "MAIN_FLOW", EventSequence: events }];
}

function queueEvents(record: CallRecord, { queue }: PhaseTimes): QueueEvents[] {
  const ending = Object.entries(QUEUE_ENDINGS).find(([key]) => key === record.contactDisposition);
  if (lengthMs(queue) === 0 && ending === undefined) return [];
  const hasAgent = record.agentIds !== undefined;
  return [
    {
      QueueId: record.skillGroupIds?.[0] ?? record.agentIds?.[0],
      QueueName: record.skillGroupNames?.[0] ?? record.agentNames?.[0],
      EventSequence: [
        { Event: "Enqueue", EventTime: queue.from },
        {
          Event: ending?.[1] ?? (hasAgent ? "AssignAgent" : "QueueingCancelled"),
          EventTime: queue.to,
        },
      ],
    },
  ];
}

function customerEvents(record: CallRecord, phases: PhaseTimes): CustomerEvents[] {
  if (isWithinTheHouse(record)) return [];
  const isRung = isCustomerRung(record);
  const { dialing, ring, establishedAt, whole } = phases;
  const events: CallEvent[] = [];
  // Nobody but the system dials then.
  if (record.contactType === "Predictive" && lengthMs(dialing) > 0)
    events.push({ Event: "Dialing", EventTime: dialing.from });
  if (isRung && lengthMs(ring) > 0) events.push({ Event: "Ringing", EventTime: ring.from });
  if (establishedAt !== undefined) events.push({ Event: "Established", EventTime: establishedAt });
  events.push({ Event: "Released", EventTime: whole.to });
  const CustomerId = isRung ? record.calledNumber : record.callingNumber;
  return [{ CustomerId, EventSequence: events }];
}

/**
 * The events of a call, which follow from the record alone: the provider keeps what happened, here it
 * is worked out from the durations. Group and event names are the provider's, of its SDK's models and
 * its event notifications; which of them it gives where, and the queue's and flow's ids and types,
 * it does not say.
 */
export function callEvents(record: CallRecord): CallEvents {
  const phases = phaseTimes(record);
  if (phases === undefined)
    return { AgentEvents: [], CustomerEvents: [], IvrEvents: [], QueueEvents: [] };
  return {
    AgentEvents: agentEvents(record, phases),
    CustomerEvents: customerEvents(record, phases),
    IvrEvents: ivrEvents(record, phases),
    QueueEvents: queueEvents(record, phases),
  };
}

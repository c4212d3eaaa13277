import type { ContactDisposition, ContactType } from "#contract/record/enums.ts";
import type { Rng, Weighted } from "#upstream/chance/rng.ts";

/**
 * What happened in a call, in whole seconds. The phases follow each other without gaps, so that
 * release − start is always their sum.
 */
export interface Timeline {
  readonly type: ContactType;
  readonly disposition: ContactDisposition;
  readonly ivr: number;
  readonly queue: number;
  readonly dialing: number;
  readonly ring: number;
  readonly talk: number;
  /** Of the talk, spent on hold. */
  readonly held: number;
  /** From the start until the sides were connected; undefined if they never were. */
  readonly connectedAfter: number | undefined;
}

const TYPES: Weighted<ContactType> = [
  ["Inbound", 56],
  ["Outbound", 24],
  ["Predictive", 9],
  ["Internal", 3.5],
  ["Back2Back", 3],
  ["PrivacyDial", 3],
  ["Conference", 1.5],
];

const INBOUND: Weighted<ContactDisposition> = [
  ["Success", 76],
  ["AbandonedInIVR", 8.4],
  ["AbandonedInQueue", 5.2],
  ["AbandonedInRing", 2.4],
  ["QueuingTimeout", 1.9],
  ["ForwardToOutsideNumber", 1.7],
  ["Voicemail", 1.7],
  ["QueuingOverflow", 0.9],
  ["QueuingFailed", 0.6],
  ["IVRException", 0.4],
  ["AbandonedInVoiceNavigator", 0.3],
];

/** Shares of success, no answer and refusal, for calls that begin with dialling. */
const dialled = (success: number, noAnswer: number): Weighted<ContactDisposition> => [
  ["Success", success],
  ["NoAnswer", noAnswer],
  ["Reject", 100 - success - noAnswer],
];

const DISPOSITIONS = {
  Inbound: INBOUND,
  Outbound: dialled(62, 28),
  Predictive: dialled(41, 43),
  Internal: dialled(86, 10),
  Back2Back: dialled(72, 20),
  PrivacyDial: dialled(70, 21),
  Conference: [["Success", 1]],
} as const satisfies Record<ContactType, Weighted<ContactDisposition>>;

/** How long the system lets a caller wait before it gives up, by the customer's setting. */
const QUEUE_LIMITS = [60, 90, 120, 180] as const;

type Phases = Partial<Pick<Timeline, "ivr" | "queue" | "dialing" | "ring" | "talk">>;

function inbound(disposition: ContactDisposition, rng: Rng): Phases {
  const ivr = rng.lognormal(21, 0.6, 240);
  const queue = rng.chance(0.42) ? 0 : rng.lognormal(19, 1, 600);
  const ring = rng.int(2, 14);
  switch (disposition) {
    case "Success":
      return { ivr, queue, ring, talk: rng.lognormal(142, 0.85, 5400) };
    case "ForwardToOutsideNumber":
      return { ivr, dialing: rng.int(4, 26), talk: rng.lognormal(96, 0.8, 3600) };
    case "AbandonedInQueue":
      return { ivr, queue: rng.lognormal(38, 0.9, 900) };
    case "AbandonedInRing":
      return { ivr, queue, ring: rng.int(3, 28) };
    case "QueuingTimeout":
      return { ivr, queue: rng.pick(QUEUE_LIMITS) };
    case "QueuingOverflow":
      return { ivr, queue: rng.int(0, 2) };
    case "QueuingFailed":
      return { ivr, queue: rng.int(0, 8) };
    case "Voicemail":
      // The message is left to a node of the IVR, so it counts as time in there.
      return { ivr: ivr + rng.int(6, 58), queue: rng.chance(0.5) ? rng.int(20, 60) : 0 };
    default:
      return { ivr: rng.lognormal(14, 0.9, 180) };
  }
}

function dialledCall(type: ContactType, disposition: ContactDisposition, rng: Rng): Phases {
  const dialing = rng.int(1, 7);
  if (disposition === "NoAnswer") return { dialing, ring: rng.chance(0.3) ? 0 : rng.int(8, 60) };
  if (disposition === "Reject") return { dialing, ring: rng.int(0, 18) };
  const talk = rng.lognormal(type === "Internal" ? 64 : 88, 0.95, 5400);
  const ring = type === "Internal" ? rng.int(1, 10) : rng.int(2, 27);
  // A predictive call is answered first and handed to whoever is free then.
  return { dialing, ring, talk, ...(type === "Predictive" && { queue: rng.int(0, 5) }) };
}

export function createTimeline(rng: Rng): Timeline {
  const type = rng.weighted(TYPES);
  const disposition = rng.weighted(DISPOSITIONS[type]);
  const isConference = type === "Conference";
  const {
    ivr = 0,
    queue = 0,
    dialing = 0,
    ring = 0,
    talk = 0,
  } = type === "Inbound"
    ? inbound(disposition, rng)
    : isConference
      ? { ring: rng.int(1, 20), talk: rng.lognormal(620, 0.7, 7200) }
      : dialledCall(type, disposition, rng);
  const held = talk > 20 && rng.chance(0.13) ? Math.min(rng.lognormal(24, 0.8, 600), talk >> 1) : 0;
  const untilAnswered = dialing + ring + (type === "Predictive" ? 0 : ivr + queue);
  return {
    type,
    disposition,
    ivr,
    queue,
    dialing,
    ring,
    talk,
    held,
    connectedAfter: talk > 0 ? untilAnswered : undefined,
  };
}

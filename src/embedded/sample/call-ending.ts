import type { EarlyMediaState, ReleaseInitiator } from "#contract/record/enums.ts";
import type { StoredRecord } from "#embedded/database/schema.ts";
import type { Rng, Weighted } from "#upstream/chance/rng.ts";
import type { Timeline } from "./call-timeline.ts";

type Ending = Pick<StoredRecord, "releaseInitiator" | "releaseReason" | "earlyMediaState">;

/** What the network said of a call that nobody answered, heard in its announcement. */
const UNANSWERED: Weighted<EarlyMediaState | undefined> = [
  ["NoAnswer", 50],
  ["PowerOff", 12],
  ["NotConnected", 10],
  ["Busy", 8],
  ["OutOfService", 6],
  ["NotExist", 4],
  ["Restricted", 3],
  [undefined, 7],
];
const REFUSED: Weighted<EarlyMediaState | undefined> = [
  ["Busy", 62],
  ["NotConnected", 9],
  ["Restricted", 4],
  [undefined, 25],
];

/** SIP status and cause, as the provider writes them. */
const REASON_BY_STATE = {
  NoAnswer: "480:NO_ANSWER",
  PowerOff: "480:SUBSCRIBER_ABSENT",
  NotConnected: "408:RECOVERY_ON_TIMER_EXPIRE",
  Busy: "486:USER_BUSY",
  OutOfService: "502:DESTINATION_OUT_OF_ORDER",
  NotExist: "404:UNALLOCATED_NUMBER",
  Restricted: "403:CALL_REJECTED",
} as const satisfies Record<EarlyMediaState, string>;

const CONNECTED_INITIATORS: Weighted<ReleaseInitiator> = [
  ["customer", 61],
  ["agent", 39],
];

/** Who ended the call, and why. */
export function createEnding(call: Timeline, rng: Rng): Ending {
  // Records from before the provider told the reason have none.
  const toldReason = rng.chance(0.985);
  const ending = endingOf(call, rng);
  return {
    earlyMediaState: ending.earlyMediaState,
    releaseInitiator: ending.releaseInitiator,
    releaseReason: toldReason ? ending.releaseReason : undefined,
  };
}

function endingOf({ disposition, type }: Timeline, rng: Rng): Ending {
  switch (disposition) {
    case "Success":
    case "ForwardToOutsideNumber":
      return {
        releaseInitiator: rng.weighted(CONNECTED_INITIATORS),
        releaseReason: "200:NORMAL_CLEARING",
      };
    case "NoAnswer":
    case "Reject": {
      // An extension inside the house has no network announcement.
      const drawn = rng.weighted(disposition === "NoAnswer" ? UNANSWERED : REFUSED);
      const earlyMediaState = type === "Internal" ? undefined : drawn;
      const fallback = disposition === "NoAnswer" ? "480:NO_ANSWER" : "603:DECLINE";
      return {
        earlyMediaState,
        releaseInitiator: disposition === "Reject" || rng.chance(0.3) ? "customer" : "agent",
        releaseReason: earlyMediaState === undefined ? fallback : REASON_BY_STATE[earlyMediaState],
      };
    }
    case "AbandonedInIVR":
    case "AbandonedInQueue":
    case "AbandonedInRing":
    case "AbandonedInVoiceNavigator":
      return { releaseInitiator: "customer", releaseReason: "487:ORIGINATOR_CANCEL" };
    case "Voicemail":
      return { releaseInitiator: "customer", releaseReason: "200:NORMAL_CLEARING" };
    case "QueuingTimeout":
      return { releaseReason: "408:RECOVERY_ON_TIMER_EXPIRE" };
    case "QueuingOverflow":
    case "QueuingFailed":
      return { releaseReason: "503:NO_CIRCUIT_AVAILABLE" };
    case "IVRException":
      return { releaseReason: "500:NORMAL_TEMPORARY_FAILURE" };
    default:
      return disposition satisfies never;
  }
}

import type { StoredRecord } from "#embedded/schema.ts";
import type { Timeline } from "./call-timeline.ts";
import type { Agent, SkillGroup } from "./sample-people.ts";
import type { SampleInstance } from "./sample-instances.ts";
import { brokerNumber, customerOf, maskNumber, trunkNumber } from "./sample-phones.ts";
import type { Rng } from "./rng.ts";

/** Who a call went through, in the order of its transfers. */
interface Chain {
  readonly agents: readonly Agent[];
  readonly groups: readonly SkillGroup[];
}

const TRUNKS = 6;
const NOBODY: Chain = { agents: [], groups: [] };

/** Legs of a call that reached an agent: most have one, some were passed on, a very few often. */
const legsOf = (rng: Rng) =>
  rng.weighted([
    [1, 95],
    [2, 4.2],
    [3, 0.7],
    [rng.int(6, 12), 0.1],
  ]);

function createChain(call: Timeline, { staff }: SampleInstance, rng: Rng): Chain {
  if (call.type === "Internal")
    return { agents: [rng.pick(staff.agents), rng.pick(staff.agents)], groups: [] };
  if (call.type === "Conference")
    return {
      agents: Array.from({ length: rng.int(2, 5) }, () => rng.pick(staff.agents)),
      groups: [],
    };
  switch (call.disposition) {
    case "AbandonedInIVR":
    case "AbandonedInVoiceNavigator":
    case "IVRException":
    case "ForwardToOutsideNumber":
    case "Voicemail":
      return NOBODY;
    case "AbandonedInQueue":
    case "QueuingTimeout":
    case "QueuingOverflow":
    case "QueuingFailed":
      return { agents: [], groups: [rng.weighted(staff.groups)] };
    default: {
      const legs = call.talk > 0 ? legsOf(rng) : 1;
      const groups = Array.from({ length: legs }, () => rng.weighted(staff.groups));
      return { agents: groups.map((group) => rng.pick(staff.membersOf(group))), groups };
    }
  }
}

/** The two numbers and their places, and the numbers that stand in for them. */
function createNumbers(
  call: Timeline,
  instance: SampleInstance,
  { agents }: Chain,
  rng: Rng,
): StoredRecord {
  const customer = customerOf(instance.drawCustomer(rng));
  const shown = rng.chance(0.02) ? maskNumber(customer.number) : customer.number;
  const company = trunkNumber(instance.place, rng.int(0, TRUNKS - 1));
  // Where the number is not registered, the place is unknown.
  const customerPlace = rng.chance(0.004) ? undefined : customer.place.name;
  const [first, second] = agents;
  switch (call.type) {
    case "Inbound":
      return {
        callingNumber: shown,
        callerLocation: customerPlace,
        calledNumber: company,
        calleeLocation: instance.place.name,
      };
    case "Internal":
    case "Conference":
      return { callingNumber: first?.extension, calledNumber: second?.extension };
    case "Back2Back":
      return {
        callingNumber: first?.extension,
        callerLocation: instance.place.name,
        calledNumber: shown,
        calleeLocation: customerPlace,
        broker: company,
      };
    case "PrivacyDial":
      return {
        callingNumber: company,
        callerLocation: instance.place.name,
        calledNumber: shown,
        calleeLocation: customerPlace,
        broker: brokerNumber(rng),
        additionalBroker: rng.chance(0.5) ? brokerNumber(rng) : undefined,
      };
    case "Outbound":
    case "Predictive":
      return {
        callingNumber: company,
        callerLocation: instance.place.name,
        calledNumber: shown,
        calleeLocation: customerPlace,
      };
    default:
      return call.type satisfies never;
  }
}

const joined = (items: readonly string[]) => (items.length > 0 ? items.join(",") : undefined);

export function createParties(
  call: Timeline,
  instance: SampleInstance,
  contactId: string,
  rng: Rng,
): StoredRecord {
  const chain = createChain(call, instance, rng);
  const legs = Math.max(1, chain.agents.length);
  const digits = contactId.replace("job-", "");
  return {
    ...createNumbers(call, instance, chain, rng),
    agentIds: joined(chain.agents.map(({ id }) => id)),
    agentNames: joined(chain.agents.map(({ name }) => name)),
    skillGroupIds: joined(chain.groups.map(({ id }) => id)),
    skillGroupNames: joined(chain.groups.map(({ name }) => name)),
    callIds: joined(Array.from({ length: legs }, (_unused, leg) => `call-${digits}${leg + 1}`)),
  };
}

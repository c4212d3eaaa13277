import type { StoredRecord } from "#embedded/database/schema.ts";
import type { Rng } from "#upstream/chance/rng.ts";
import type { Timeline } from "./call-timeline.ts";
import type { SampleInstance } from "./sample-instances.ts";
import type { Agent, SkillGroup } from "./sample-people.ts";
import { brokerNumber, customerOf, maskNumber, trunkNumber } from "./sample-phones.ts";

/** Who a call went through, in the order of its transfers. */
interface Chain {
  readonly agents: readonly Agent[];
  readonly groups: readonly SkillGroup[];
}

const TRUNKS = 6;
const NOBODY: Chain = { agents: [], groups: [] };

const times = <T>(length: number, create: (index: number) => T) =>
  Array.from({ length }, (_unused, index) => create(index));

/** Legs of a call that reached an agent: most have one, some were passed on, a very few often. */
function legsOf(rng: Rng): number {
  if (rng.chance(0.95)) return 1;
  if (rng.chance(0.84)) return 2;
  return rng.chance(0.9) ? 3 : rng.int(6, 12);
}

/** Nobody calls themselves. */
function different(agents: readonly Agent[], count: number, rng: Rng): readonly Agent[] {
  const drawn = new Set<Agent>();
  while (drawn.size < count) drawn.add(rng.pick(agents));
  return [...drawn];
}

function createChain(call: Timeline, { staff }: SampleInstance, rng: Rng): Chain {
  if (call.type === "Internal") return { agents: different(staff.agents, 2, rng), groups: [] };
  if (call.type === "Conference")
    return { agents: different(staff.agents, rng.int(2, 5), rng), groups: [] };
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
      const groups = times(legs, () => rng.weighted(staff.groups));
      return { agents: groups.map((group) => rng.pick(staff.membersOf(group))), groups };
    }
  }
}

type NumberField =
  | "callingNumber"
  | "callerLocation"
  | "calledNumber"
  | "calleeLocation"
  | "broker"
  | "additionalBroker";

interface Side {
  readonly number?: string | undefined;
  readonly place?: string | undefined;
}

/** The two numbers and their places, and the numbers that stand in for them. */
function numbersOf(
  from: Side,
  to: Side,
  broker?: string,
  additionalBroker?: string,
): Pick<StoredRecord, NumberField> {
  return {
    callingNumber: from.number,
    callerLocation: from.place,
    calledNumber: to.number,
    calleeLocation: to.place,
    broker,
    additionalBroker,
  };
}

function createNumbers(
  call: Timeline,
  instance: SampleInstance,
  { agents }: Chain,
  rng: Rng,
): Pick<StoredRecord, NumberField> {
  const { number, place } = customerOf(instance.drawCustomer(rng));
  const customer: Side = {
    number: rng.chance(0.02) ? maskNumber(number) : number,
    // Where the number is not registered, the place is unknown.
    place: rng.chance(0.004) ? undefined : place.name,
  };
  const trunk = trunkNumber(instance.place, rng.int(0, TRUNKS - 1));
  const company: Side = { number: trunk, place: instance.place.name };
  const [first, second] = agents;
  switch (call.type) {
    case "Inbound":
      return numbersOf(customer, company);
    case "Outbound":
    case "Predictive":
      return numbersOf(company, customer);
    case "Internal":
    case "Conference":
      return numbersOf({ number: first?.extension }, { number: second?.extension });
    case "Back2Back":
      return numbersOf({ number: first?.extension, place: company.place }, customer, trunk);
    case "PrivacyDial":
      return numbersOf(
        company,
        customer,
        brokerNumber(rng),
        rng.chance(0.5) ? brokerNumber(rng) : undefined,
      );
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
  const digits = contactId.slice("job-".length);
  // Last, not first: an object that begins as a copy of another is fifty times slower to extend.
  const numbers = createNumbers(call, instance, chain, rng);
  return {
    agentIds: joined(chain.agents.map(({ id }) => id)),
    agentNames: joined(chain.agents.map(({ name }) => name)),
    skillGroupIds: joined(chain.groups.map(({ id }) => id)),
    skillGroupNames: joined(chain.groups.map(({ name }) => name)),
    callIds: joined(times(legs, (leg) => `call-${digits}${leg + 1}`)),
    ...numbers,
  };
}

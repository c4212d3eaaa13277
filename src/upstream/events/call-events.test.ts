import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CallRecord } from "#contract/record/call-record.ts";
import { CONTACT_DISPOSITIONS, CONTACT_TYPES } from "#contract/record/enums.ts";
import { RECORD_FIELD_NAMES } from "#contract/record/record-fields.ts";
import { readWireRecord, wireName } from "#contract/upstream/wire-record.ts";
import type { TestRecord } from "#upstream/store/test-store.kit.ts";
import { callEvents, type CallEvents } from "./call-events.ts";

const START = 1_800_000_000_000;

function read(stored: TestRecord): CallRecord {
  const wire = RECORD_FIELD_NAMES.map((field) => [wireName(field), stored[field]]);
  return readWireRecord(Object.fromEntries(wire));
}

const sequences = (events: CallEvents) =>
  Object.values(events).flatMap((groups: CallEvents["CustomerEvents"]) =>
    groups.map(({ EventSequence }) => EventSequence),
  );

/** Each event of a call as `name at seconds since the start`. */
function told(stored: TestRecord): Record<string, string[]> {
  const record = read({ contactType: "Inbound", startTime: START, ...stored });
  return Object.fromEntries(
    Object.entries(callEvents(record)).map(([name, groups]: [string, CallEvents["IvrEvents"]]) => [
      name.replace("Events", ""),
      groups.map(({ EventSequence }) =>
        EventSequence.map(
          ({ Event, EventTime }) => `${Event} ${(EventTime - START) / 1000}`,
        ).join(),
      ),
    ]),
  );
}

describe("a call is told", () => {
  test("that went through IVR and queue to an agent, who held it for a while", () => {
    expect(
      told({
        contactDisposition: "Success",
        ivrTime: 10,
        queueTime: 5,
        ringTime: 3,
        talkTime: 60,
        heldTime: 20,
        releaseTime: START + 78_000,
        agentIds: "ann@ccc-test",
        skillGroupIds: "sales@ccc-test",
      }),
    ).toEqual({
      Ivr: ["Route2IVR 0"],
      Queue: ["Enqueue 10,AssignAgent 15"],
      Agent: ["Ringing 15,Established 18,Held 38,Retrieved 58,Released 78"],
      Customer: ["Established 18,Released 78"],
    });
  });

  test("that was handed over: the talk is divided, and the hold where it falls", () => {
    expect(
      told({ ringTime: 4, talkTime: 61, heldTime: 9, agentIds: "a,b", releaseTime: START + 70_000 })
        .Agent,
    ).toEqual([
      "Ringing 0,Established 4,Held 30,Retrieved 34,Released 34",
      "Established 34,Held 34,Retrieved 39,Released 65",
    ]);
  });

  test("that was cut short: the last agent has what the whole seconds left over", () => {
    expect(told({ talkTime: 10, agentIds: "a,b", releaseTime: START + 4700 }).Agent).toEqual([
      "Established 0,Released 2",
      "Established 2,Released 4.7",
    ]);
  });

  test("that an agent dialled", () => {
    const call = { contactType: "Outbound", dialingTime: 2, ringTime: 9, agentIds: "ann" };
    expect(told({ ...call, talkTime: 30, releaseTime: START + 41_000 })).toMatchObject({
      Agent: ["Dialing 0,Established 11,Released 41"],
      Customer: ["Ringing 2,Established 11,Released 41"],
    });
    const unanswered = { ...call, contactDisposition: "NoAnswer", talkTime: 0 };
    expect(told({ ...unanswered, releaseTime: START + 11_000 })).toEqual({
      Ivr: [],
      Queue: [],
      Agent: ["Dialing 0,Released 11"],
      Customer: ["Ringing 2,Released 11"],
    });
  });

  test("that the system dialled: the customer is there before the agent", () => {
    const call = { contactType: "Predictive", dialingTime: 2, ringTime: 9, queueTime: 4 };
    expect(
      told({ ...call, talkTime: 30, agentIds: "ann", releaseTime: START + 45_000 }),
    ).toMatchObject({
      Queue: ["Enqueue 11,AssignAgent 15"],
      Agent: ["Established 15,Released 45"],
      Customer: ["Dialing 0,Ringing 2,Established 11,Released 45"],
    });
  });

  test("within the house, where all talk at once and nobody is a customer", () => {
    const call = { contactType: "Internal", dialingTime: 1, ringTime: 4, talkTime: 30 };
    expect(told({ ...call, agentIds: "ann,bob", releaseTime: START + 35_000 })).toMatchObject({
      Agent: ["Dialing 0,Established 5,Released 35", "Ringing 1,Established 5,Released 35"],
      Customer: [],
    });
  });

  test.each([
    ["AbandonedInIVR", { Ivr: ["Route2IVR 0,Abandoned 8"], Queue: [], Agent: [] }],
    ["IVRException", { Ivr: ["Route2IVR 0,Released 8"], Queue: [] }],
    ["QueuingOverflow", { Queue: ["Enqueue 8,QueueingOverflow 8"], Customer: ["Released 8"] }],
  ])("that ended before an agent: %s", (contactDisposition, expected) => {
    expect(told({ contactDisposition, ivrTime: 8, releaseTime: START + 8000 })).toMatchObject(
      expected,
    );
  });

  test("that gave up waiting, though a record may say that it talked", () => {
    const call = { ivrTime: 8, queueTime: 30, ringTime: 6, releaseTime: START + 44_000 };
    const inQueue = { ...call, contactDisposition: "AbandonedInQueue", ringTime: 0 };
    expect(told({ ...inQueue, releaseTime: START + 38_000 }).Queue).toEqual([
      "Enqueue 8,Abandoned 38",
    ]);
    const inRing = { ...call, contactDisposition: "AbandonedInRing", agentIds: "a,b" };
    expect(told({ ...inRing, talkTime: 99 })).toMatchObject({
      Agent: ["Ringing 38,Released 41", "Ringing 41,Released 44"],
      Customer: ["Released 44"],
    });
  });
});

test("groups say who it was, and an agent without a name is called by the id", () => {
  const record = read({
    contactType: "Inbound",
    startTime: START,
    queueTime: 4,
    talkTime: 10,
    callingNumber: "15400000001",
    agentIds: "ann@ccc-test,bob@ccc-test",
    agentNames: "Ann",
    skillGroupIds: "sales@ccc-test",
    skillGroupNames: "Sales",
  });
  expect(callEvents(record)).toMatchObject({
    AgentEvents: [
      { AgentId: "ann@ccc-test", AgentName: "ann@ccc-test", SkillGroupId: "sales@ccc-test" },
      { AgentId: "bob@ccc-test", AgentName: "bob@ccc-test", SkillGroupId: undefined },
    ],
    CustomerEvents: [{ CustomerId: "15400000001" }],
    QueueEvents: [{ QueueId: "sales@ccc-test", QueueName: "Sales" }],
  });
});

const seconds = fc.option(
  fc.oneof(
    fc.integer({ min: -3, max: 40 }),
    fc.constantFrom(-2_147_483_648, 2_147_483_647, 86_400),
  ),
  { nil: undefined },
);
const instant = fc.option(
  fc.oneof(
    fc.integer({ min: START - 50_000, max: START + 200_000 }),
    fc.constantFrom(0, 8_640_000_000_000_000),
  ),
  { nil: undefined },
);
const text = fc.option(fc.constantFrom("a", "a,b", "a,,b,a", ",", "", "'%\u{1f4de}"), {
  nil: undefined,
});
const oddRecords: fc.Arbitrary<TestRecord> = fc.record({
  contactType: fc.option(fc.constantFrom(...CONTACT_TYPES, "HoloCall"), { nil: undefined }),
  contactDisposition: fc.option(fc.constantFrom(...CONTACT_DISPOSITIONS, "toString"), {
    nil: undefined,
  }),
  startTime: fc.oneof(fc.constant(START), instant),
  establishedTime: instant,
  releaseTime: instant,
  ivrTime: seconds,
  queueTime: seconds,
  ringTime: seconds,
  dialingTime: seconds,
  talkTime: seconds,
  heldTime: seconds,
  agentIds: text,
  agentNames: text,
  skillGroupIds: text,
  skillGroupNames: text,
});

test("times never run backwards nor leave the call, whatever a record says", () => {
  fc.assert(
    fc.property(oddRecords, (stored) => {
      const record = read(stored);
      const events = callEvents(record);
      const { startTime = Infinity, releaseTime = Infinity } = record;
      for (const sequence of sequences(events)) {
        const times = sequence.map(({ EventTime }) => EventTime);
        expect(times.every(Number.isInteger)).toBe(true);
        expect(times).toEqual(times.toSorted((a, b) => a - b));
        expect(times[0]).toBeGreaterThanOrEqual(startTime);
        expect(times.at(-1)).toBeLessThanOrEqual(Math.max(startTime, releaseTime));
      }
    }),
    { numRuns: 2000 },
  );
});

test("who gave up talked to no agent, whatever a record says", () => {
  const abandoned = oddRecords.filter(
    ({ contactDisposition = "" }) => contactDisposition?.startsWith("Abandoned") === true,
  );
  fc.assert(
    fc.property(abandoned, (stored) => {
      const names = sequences(callEvents(read(stored))).flat();
      expect(names.filter(({ Event }) => ["Established", "Held"].includes(Event))).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

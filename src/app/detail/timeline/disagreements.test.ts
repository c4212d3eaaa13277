import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SideEvents } from "#contract/record/call-events.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import { callTimeline } from "./call-timeline.ts";
import { START, at, side } from "./timeline.kit.ts";

const THREE_DAYS = 259_200;

/** What is told of times that contradict each other: reasons, and durations as `phase record/events`. */
function told(record: CallRecord, sides: readonly SideEvents[] | undefined): readonly string[] {
  const timeline = callTimeline(record, sides, START);
  return [
    ...(timeline?.doubts ?? []),
    ...(timeline?.disagreements ?? []).map(
      ({ phase, recordSeconds, eventsSeconds }) => `${phase} ${recordSeconds}/${eventsSeconds}`,
    ),
  ];
}

const RECORD: CallRecord = {
  contactType: "Inbound",
  startTime: START,
  establishedTime: at(18),
  releaseTime: at(78),
  callDuration: 78,
  ivrTime: 10,
  queueTime: 5,
  ringTime: 3,
  talkTime: 60,
  heldTime: 20,
};
const EVENTS = [
  side("customer", undefined, ["Established", 18], ["Released", 78]),
  side("ivr", undefined, ["Route2IVR", 0]),
  side("queue", "Sales", ["Enqueue", 10], ["AssignAgent", 15]),
  side(
    "agent",
    "Ann",
    ["Ringing", 15],
    ["Established", 18, 60],
    ["Held", 38, 20],
    ["Retrieved", 58],
    ["Released", 78],
  ),
];

test.each<[CallRecord, string]>([
  [{ ivrTime: 13 }, "ivr 13/10"],
  [{ queueTime: 1 }, "queue 1/5"],
  [{ queueTime: 8 }, "queue 8/5"],
  [{ ringTime: 0 }, "ring 0/3"],
  [{ talkTime: 30, heldTime: 20 }, "talk 30/40"],
  [{ talkTime: 63 }, "talk 63/60"],
  [{ heldTime: 60 }, "held 60/20"],
])("a record that says %j beside exact events is told of, with both lengths", (odd, reason) => {
  expect(told(RECORD, EVENTS)).toEqual([]);
  expect(told({ ...RECORD, ...odd }, EVENTS)).toContain(reason);
  // What goes unheard of events says nothing of them.
  expect(told({ ...RECORD, ...odd }, undefined)).not.toContain(reason);
});

test("thirty seconds of talk are not three days of it, whoever tells of them", () => {
  const record = { contactType: "Outbound", startTime: START, talkTime: 30, callDuration: 30 };
  const established = [
    ["Established", 0],
    ["Released", THREE_DAYS],
  ] as const;
  const whole = { ...record, establishedTime: START, releaseTime: at(THREE_DAYS) };
  for (const sides of [
    [side("agent", "Ann", ...established)],
    [side("customer", undefined, ...established)],
    [side("customer", undefined, ...established), side("agent", "Ann", ...established)],
  ])
    expect(told(whole, sides)).toEqual(["duration", `talk 30/${THREE_DAYS}`]);
  // Where the record has no end, the events have one.
  expect(told(record, [side("customer", undefined, ...established)])).toEqual(["duration"]);
  // What the record has of it may be right, and its end is not.
  const short = { ...record, establishedTime: START, releaseTime: at(30) };
  expect(told(short, [side("agent", "Ann", ...established)])).toEqual([
    "outside",
    `talk 30/${THREE_DAYS}`,
  ]);
});

describe("of the record's instants", () => {
  test("a connection that no event knows of is told of, and one that any side knows of is not", () => {
    const apart = (seconds: number) => told({ ...RECORD, establishedTime: at(seconds) }, EVENTS);
    expect(apart(20)).toEqual([]);
    expect(apart(10)).toEqual(["connected"]);
    const predictive = [
      side("customer", undefined, ["Established", 5], ["Released", 78]),
      side("agent", "Ann", ["Established", 18], ["Released", 78]),
    ];
    expect(told(RECORD, predictive)).toEqual([]);
  });

  test("an end long after all have left is told of, if all have", () => {
    const record = { ...RECORD, releaseTime: at(178), callDuration: 178 };
    expect(told(record, EVENTS)).toEqual(["released"]);
    // The customer may be there still.
    expect(told(record, EVENTS.slice(1))).toEqual([]);
  });
});

test("an event that says it lasted longer than until the next is told of, but none that says less", () => {
  const established = (length: number) => [
    side("agent", "Ann", ["Established", 18, length], ["Held", 30], ["Released", 78]),
  ];
  const record = { startTime: START, releaseTime: at(78) };
  expect(told(record, established(60))).toEqual([]);
  expect(told(record, established(12))).toEqual([]);
  expect(told(record, established(0))).toEqual([]);
  expect(told(record, established(600))).toEqual(["event-length"]);
  expect(told(record, [side("agent", "Ann", ["Held", 30, 20], ["Retrieved", 40])])).toEqual([
    "event-length",
  ]);
});

test("agents who were rung and never there had no talk", () => {
  const sides = [side("agent", "Ann", ["Ringing", 15], ["Released", 78])];
  expect(told({ ...RECORD, ringTime: 63 }, sides)).toContain("talk 60/0");
  expect(told({ ...RECORD, ringTime: 63, talkTime: 0, heldTime: 0 }, sides)).toEqual([]);
});

test("what goes on may become longer, and is not shorter than what is over", () => {
  const { releaseTime: _release, callDuration: _duration, ...running } = RECORD;
  const sides = [side("agent", "Ann", ["Ringing", 15], ["Established", 18])];
  expect(told({ ...running, talkTime: 6000, heldTime: 0, ringTime: 1 }, sides)).toEqual([]);
  expect(told({ ...running, talkTime: 6000, heldTime: 0, ringTime: 9 }, sides)).toEqual([
    "ring 9/3",
  ]);
});

test("a dialling that rings elsewhere is over, so that neither is the other's length", () => {
  const record = { startTime: START, releaseTime: at(41), dialingTime: 2, ringTime: 9 };
  const sides = [
    side("agent", "Ann", ["Dialing", 0], ["Established", 11], ["Released", 41]),
    side("customer", undefined, ["Ringing", 2], ["Established", 11], ["Released", 41]),
  ];
  expect(told(record, sides)).toEqual([]);
  expect(told({ ...record, dialingTime: 11 }, sides)).toEqual(["dialing 11/2"]);
});

const length = fc.double({ min: 0, max: 4_000, noNaN: true });
/** Calls as they may have been: waits, then one agent after the other, each with a hold within the talk. */
const histories = fc.record({
  ivr: length,
  queue: length,
  ring: length,
  talks: fc.array(fc.record({ length, held: fc.double({ min: 0, max: 1, noNaN: true }) }), {
    minLength: 1,
    maxLength: 4,
  }),
});
type History = typeof histories extends fc.Arbitrary<infer T> ? T : never;

function sidesOf({ ivr, queue, ring, talks }: History): readonly SideEvents[] {
  const answered = ivr + queue + ring;
  let from = answered;
  const agents = talks.map((talk, index) => {
    const begins = from;
    from += talk.length;
    const held = talk.length * talk.held;
    return side(
      "agent",
      `agent ${index}`,
      ...(index === 0 ? ([["Ringing", ivr + queue]] as const) : []),
      ["Established", begins],
      ["Held", from - held],
      ["Released", from],
    );
  });
  return [
    side("customer", undefined, ["Established", answered], ["Released", from]),
    side("ivr", undefined, ["Route2IVR", 0]),
    side("queue", "Sales", ["Enqueue", ivr], ["AssignAgent", ivr + queue]),
    ...agents,
  ];
}

function recordOf({ ivr, queue, ring, talks }: History) {
  const sum = (one: (talk: History["talks"][number]) => number) =>
    talks.reduce((all, talk) => all + one(talk), 0);
  const talkTime = sum((talk) => talk.length);
  const answered = ivr + queue + ring;
  const rounded = {
    ivrTime: ivr,
    queueTime: queue,
    ringTime: ring,
    talkTime,
    heldTime: sum((talk) => talk.length * talk.held),
    callDuration: answered + talkTime,
  };
  return {
    contactType: "Inbound",
    startTime: START,
    establishedTime: at(answered),
    releaseTime: at(answered + talkTime),
    ...(Object.fromEntries(
      Object.entries(rounded).map(([field, seconds]) => [field, Math.round(seconds)]),
      // The cast is sound: the keys are the same.
    ) as typeof rounded),
  };
}

test("of no call is anything told whose record rounds what its events say exactly", () => {
  fc.assert(
    fc.property(histories, (history) => {
      expect(told(recordOf(history), sidesOf(history))).toEqual([]);
    }),
    { numRuns: 1_000 },
  );
});

test("a length of which the events leave no room is always told of, by its own name", () => {
  const fields = fc.constantFrom(
    ["ivr", "ivrTime"] as const,
    ["queue", "queueTime"] as const,
    ["ring", "ringTime"] as const,
    ["talk", "talkTime"] as const,
    ["held", "heldTime"] as const,
  );
  fc.assert(
    fc.property(histories, fields, fc.integer({ min: 6, max: 90_000 }), (history, field, more) => {
      const record = recordOf(history);
      const [phase, name] = field;
      const odd = { ...record, [name]: record[name] + more };
      const reasons = told(odd, sidesOf(history));
      expect(reasons.some((reason) => reason.startsWith(`${phase} `))).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});

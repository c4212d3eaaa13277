// Long, because each shape that a call may have is drawn once.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CALL_EVENTS, CALL_SIDES, type SideEvents } from "#contract/record/call-events.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import { CONTACT_TYPES } from "#contract/record/enums.ts";
import { callTimeline, instantsOf } from "./call-timeline.ts";
import type { Lane } from "./timeline-model.ts";
import { START, at, side } from "./timeline.kit.ts";
import { cellsOf, tracksOf } from "./tracks.ts";

/** Each lane as `phase from–to`, in seconds since the start. */
function drawn(lanes: readonly Lane[]): Record<string, string> {
  const second = (ms: number) => (ms - START) / 1000;
  return Object.fromEntries(
    lanes.map(({ party, segments, heldSeconds }) => [
      [party.side, ...party.names].join(" "),
      [
        ...segments.map(
          ({ phase, from, to, isEndUntold }) =>
            `${phase} ${second(from)}–${second(to)}${isEndUntold ? "?" : ""}`,
        ),
        ...(heldSeconds === undefined ? [] : [`held ${heldSeconds}`]),
      ].join(),
    ]),
  );
}

const INBOUND: CallRecord = {
  contactType: "Inbound",
  contactDisposition: "Success",
  startTime: START,
  establishedTime: at(18),
  releaseTime: at(78),
  callDuration: 78,
  ivrTime: 10,
  queueTime: 5,
  ringTime: 3,
  talkTime: 60,
  heldTime: 20,
  agentNames: ["Ann"],
  agentIds: ["ann"],
  skillGroupNames: ["Sales"],
};
const lanesOf = (record: CallRecord, sides?: readonly SideEvents[]) =>
  callTimeline(record, sides, at(0))?.lanes ?? [];
const EVENTS = [
  side("customer", "15400000001", ["Established", 18], ["Released", 78]),
  side("ivr", "MAIN_FLOW", ["Route2IVR", 0]),
  side("queue", "Sales", ["Enqueue", 10], ["AssignAgent", 15]),
  side(
    "agent",
    "Ann",
    ["Ringing", 15],
    ["Established", 18],
    ["Held", 38],
    ["Retrieved", 58],
    ["Released", 78],
  ),
];

describe("from its durations a call is drawn", () => {
  test("phase after phase; of a hold they do not say when it was", () => {
    expect(drawn(lanesOf(INBOUND))).toEqual({
      customer: "talk 18–78",
      ivr: "ivr 0–10",
      "queue Sales": "queue 10–15",
      "agent Ann": "ring 15–18,talk 18–78,held 20",
    });
  });

  test("with who was rung: the customer of a call to one, the agent of one from one", () => {
    const call = { ...INBOUND, ivrTime: 0, queueTime: 0, heldTime: 0, dialingTime: 15 };
    expect(drawn(lanesOf({ ...call, contactType: "Outbound" }))).toEqual({
      customer: "ring 15–18,talk 18–78",
      "agent Ann": "dialing 0–15,talk 18–78",
    });
    expect(
      drawn(lanesOf({ ...call, contactType: "Internal", agentNames: ["Ann", "Bob"] })),
    ).toEqual({ "agent Ann Bob": "dialing 0–15,ring 15–18,talk 18–78" });
  });

  test("answered first where the system dialled", () => {
    expect(
      drawn(
        lanesOf({
          ...INBOUND,
          contactType: "Predictive",
          establishedTime: at(5),
          dialingTime: 2,
          ringTime: 3,
          ivrTime: 0,
          queueTime: 4,
          talkTime: 69,
          heldTime: 0,
        }),
      ),
    ).toEqual({
      customer: "dialing 0–2,ring 2–5,talk 9–78",
      "queue Sales": "queue 5–9",
      "agent Ann": "talk 9–78",
    });
  });

  test("to the instants that are told, where no more than rounding lies between", () => {
    const lanes = lanesOf({ ...INBOUND, establishedTime: at(17.6), releaseTime: at(78.4) });
    expect(drawn(lanes)).toMatchObject({ "agent Ann": "ring 15–17.6,talk 17.6–78.4,held 20" });
  });

  test("as it is told where it cannot be, and it is said why", () => {
    const timeline = callTimeline({ ...INBOUND, ringTime: -4, talkTime: 600 }, undefined, at(0));
    expect(drawn(timeline?.lanes ?? [])).toMatchObject({
      "agent Ann": "ring 15–11,talk 18–618,held 20",
    });
    expect(timeline?.whole).toEqual({ from: START, to: at(618) });
    expect(timeline?.doubts).toEqual(["negative", "talk-too-long"]);
  });
});

describe("from its events a call is drawn", () => {
  test("lane by lane, with the hold at its place", () => {
    const timeline = callTimeline(INBOUND, EVENTS, at(0));
    expect(timeline?.source).toBe("events");
    expect(drawn(timeline?.lanes ?? [])).toEqual({
      customer: "talk 18–78",
      ivr: "ivr 0–10",
      "queue Sales": "queue 10–15",
      "agent Ann": "ring 15–18,talk 18–78,held 38–58",
    });
    expect(instantsOf(timeline ?? { moments: [] }).map((one) => (one - START) / 1000)).toEqual([
      0, 10, 15, 18, 38, 58, 78,
    ]);
    expect(timeline?.moments.at(-1)?.what).toEqual({ instant: "releaseTime" });
  });

  test("with a lane for each agent, once, and names that tell two customers apart", () => {
    const lanes = lanesOf(INBOUND, [
      side("customer", "1**1", ["Established", 18], ["Released", 78]),
      side("customer", "2**2", ["Established", 40], ["Released", 60]),
      side("agent", "Ann", ["Established", 18], ["Released", 34]),
      side("agent", "Bob", ["Established", 34], ["Released", 50]),
      side("agent", "Ann", ["Ringing", 48], ["Established", 50], ["Released", 78]),
    ]);
    expect(drawn(lanes)).toEqual({
      "customer 1**1": "talk 18–78",
      "customer 2**2": "talk 40–60",
      "agent Ann": "talk 18–34,ring 48–50,talk 50–78",
      "agent Bob": "talk 34–50",
    });
  });

  test("a name that is not known begins and ends nothing, and is listed as it is", () => {
    const timeline = callTimeline(
      INBOUND,
      [side("agent", "Ann", ["Established", 18], ["Whispered", 40], ["Released", 78])],
      at(0),
    );
    expect(drawn(timeline?.lanes ?? [])).toEqual({ "agent Ann": "talk 18–78" });
    // Whatever it is, it may come after the call.
    const noted = side("agent", "Ann", ["Established", 18], ["Released", 78], ["Noted", 99]);
    expect(callTimeline(INBOUND, [noted], at(0))?.doubts).toEqual([]);
    expect(timeline?.moments).toContainEqual({
      at: at(40),
      what: { event: "Whispered" },
      party: { side: "agent", names: ["Ann"] },
    });
  });

  test("an end that nothing tells is said to be so, and a call that goes on reaches to now", () => {
    const { releaseTime: _release, callDuration: _duration, ...running } = INBOUND;
    const sides = [side("agent", "Ann", ["Ringing", 15], ["Established", 18])];
    const timeline = callTimeline(running, sides, at(50));
    expect(drawn(timeline?.lanes ?? [])).toEqual({ "agent Ann": "ring 15–18,talk 18–50?" });
    expect(timeline?.releasedAt).toBeUndefined();
    // Nobody is on the telephone for two days.
    expect(callTimeline(running, sides, at(200_000))?.whole.to).toBe(at(18));
  });

  test("backward as they are told, and it is said", () => {
    const sides = [side("agent", "Ann", ["Established", 30], ["Released", 10], ["Released", 99])];
    const timeline = callTimeline(INBOUND, sides, at(0));
    expect(drawn(timeline?.lanes ?? [])).toEqual({ "agent Ann": "talk 30–10" });
    expect(timeline?.doubts).toEqual(["backward", "outside", "connected"]);
  });
});

test("the provider's own sample cannot be right: thirty seconds that last three days", () => {
  const sample: CallRecord = {
    contactType: "Outbound",
    startTime: 1_532_448_000_000,
    establishedTime: 1_532_448_000_000,
    releaseTime: 1_532_707_199_000,
    callDuration: 30,
    ivrTime: 8,
    ringTime: 5,
    queueTime: 0,
  };
  const timeline = callTimeline(sample, undefined, 0);
  expect(timeline?.doubts).toEqual(["duration"]);
  expect(timeline?.whole).toEqual({ from: 1_532_448_000_000, to: 1_532_707_199_000 });
});

const { establishedTime: _established, ...NEVER_CONNECTED } = INBOUND;
test.each<[string, CallRecord]>([
  ["order", { startTime: at(5), releaseTime: at(0) }],
  ["held-too-long", { ...INBOUND, heldTime: 90 }],
  ["negative", { ...INBOUND, heldTime: -1 }],
  ["too-long", { ...INBOUND, ivrTime: 30 }],
  ["unconnected", NEVER_CONNECTED],
  ["duration", { ...INBOUND, callDuration: 66 }],
])("%s is told of times that contradict each other", (doubt, record) => {
  expect(callTimeline(record, undefined, at(0))?.doubts).toContain(doubt);
});

const seconds = fc.option(fc.integer({ min: -3, max: 40_000 }), { nil: undefined });
const instant = fc.option(fc.integer({ min: START - 50_000, max: START + 40_000_000 }), {
  nil: undefined,
});
const names = fc.option(fc.constantFrom(["a"], ["a", "b"], []), { nil: undefined });
const records = fc
  .record({
    contactType: fc.option(fc.constantFrom(...CONTACT_TYPES, "HoloCall"), { nil: undefined }),
    startTime: instant,
    establishedTime: instant,
    releaseTime: instant,
    callDuration: seconds,
    ivrTime: seconds,
    queueTime: seconds,
    ringTime: seconds,
    dialingTime: seconds,
    talkTime: seconds,
    heldTime: seconds,
    agentIds: names,
    agentNames: names,
  })
  // What is absent is not there.
  .map((record): CallRecord => JSON.parse(JSON.stringify(record)));
const sides = fc.array(
  fc.record({
    side: fc.constantFrom(...CALL_SIDES),
    name: fc.constantFrom("a", "b", undefined),
    events: fc.array(
      fc.record({
        name: fc.constantFrom(...CALL_EVENTS, "Whispered", "toString"),
        at: fc.integer({ min: START - 50_000, max: START + 40_000_000 }),
      }),
    ),
  }),
);

test("whatever is told is drawn within the axis, and every instant is listed", () => {
  fc.assert(
    fc.property(records, fc.option(sides, { nil: undefined }), (record, told) => {
      const timeline = callTimeline(record, told, at(1_000));
      if (timeline === undefined) return;
      const { whole, lanes, moments } = timeline;
      for (const { from, to } of lanes.flatMap((lane) => lane.segments)) {
        expect(Math.min(from, to)).toBeGreaterThanOrEqual(whole.from);
        expect(Math.max(from, to)).toBeLessThanOrEqual(whole.to);
      }
      const listed = new Set(moments.map((moment) => moment.at));
      const events = told?.flatMap((one) => one.events) ?? [];
      for (const event of events) expect(listed).toContain(event.at);
      for (const segment of lanes.flatMap((lane) => lane.segments))
        expect(listed).toContain(segment.from);
    }),
    { numRuns: 1_000 },
  );
});

test("the pieces of a track fill its width, each segment is one of them, and none lie over each other", () => {
  fc.assert(
    fc.property(records, fc.option(sides, { nil: undefined }), (record, told) => {
      const timeline = callTimeline(record, told, at(1_000));
      if (timeline === undefined) return;
      const { whole, lanes } = timeline;
      for (const { segments } of lanes) {
        const tracks = tracksOf(segments);
        expect(tracks.flat()).toHaveLength(segments.length);
        for (const track of tracks) {
          const cells = cellsOf(track, whole);
          expect(cells.reduce((sum, { ms }) => sum + ms, 0)).toBe(whole.to - whole.from);
          const shown = cells.filter(({ segment }) => segment !== undefined);
          expect(shown).toEqual(
            track.map((segment) => ({ ms: Math.abs(segment.to - segment.from), segment })),
          );
        }
      }
    }),
    { numRuns: 1_000 },
  );
});

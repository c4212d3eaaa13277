import fc from "fast-check";
import { expect, test } from "vitest";
import { callPhases } from "./call-phases.ts";
import type { CallRecord } from "./call-record.ts";

const START = 1_800_000_000_000;
/** Twelve seconds of IVR, a minute in the queue, eight seconds of ringing, a talk of 200. */
const CALL: CallRecord = {
  startTime: START,
  establishedTime: START + 80_000,
  releaseTime: START + 280_000,
  ivrTime: 12,
  queueTime: 60,
  ringTime: 8,
  talkTime: 200,
};
const impossible = (changes: CallRecord) => callPhases({ ...CALL, ...changes });

test("phases come in the order of the call, without those it did not have", () => {
  expect(callPhases({ ...CALL, queueTime: 0 })).toEqual({
    parts: [
      { phase: "ivr", seconds: 12 },
      { phase: "ring", seconds: 8 },
      { phase: "talk", seconds: 200 },
    ],
    totalSeconds: 220,
  });
  expect(
    callPhases({ talkTime: 5, ringTime: 4, dialingTime: 3, queueTime: 2, ivrTime: 1 }),
  ).toEqual({
    parts: [
      { phase: "ivr", seconds: 1 },
      { phase: "queue", seconds: 2 },
      { phase: "dialing", seconds: 3 },
      { phase: "ring", seconds: 4 },
      { phase: "talk", seconds: 5 },
    ],
    totalSeconds: 15,
  });
});

test("a call that tells of no phase has none, and one whose phases are all zero has an empty list", () => {
  expect(callPhases({ startTime: START, callDuration: 5 })).toBeUndefined();
  expect(callPhases({ ivrTime: 0, talkTime: 0 })).toEqual({ parts: [], totalSeconds: 0 });
});

test("a phase of less than nothing, or of no number, cannot be", () => {
  expect(impossible({ queueTime: -1 })).toEqual({ impossible: "negative" });
  expect(impossible({ ringTime: NaN })).toEqual({ impossible: "negative" });
  expect(impossible({ ivrTime: Infinity })).toEqual({ impossible: "negative" });
});

test("a call cannot end before it began, nor be connected before or after it was", () => {
  const ended = { startTime: START, releaseTime: START - 1, ivrTime: 0 };
  expect(callPhases(ended)).toEqual({ impossible: "order" });
  expect(impossible({ establishedTime: START - 1 })).toEqual({ impossible: "order" });
  expect(impossible({ establishedTime: START + 280_001 })).toEqual({ impossible: "order" });
});

test("phases may take two seconds more than the call, for they are rounded, but no more", () => {
  expect(impossible({ ivrTime: 14 })).toHaveProperty("totalSeconds", 282);
  expect(impossible({ ivrTime: 15 })).toEqual({ impossible: "too-long" });
});

test("a talk longer than the connection, or without one, cannot be", () => {
  const short: CallRecord = { startTime: START, releaseTime: START + 60_000, talkTime: 40 };
  expect(callPhases({ ...short, establishedTime: START + 22_000 })).toHaveProperty("parts");
  expect(callPhases({ ...short, establishedTime: START + 23_000 })).toEqual({
    impossible: "talk-too-long",
  });
  expect(callPhases(short)).toEqual({ impossible: "unconnected" });
});

test("what a record does not say is not held against it", () => {
  const { startTime: _start, establishedTime: _established, ...endOnly } = CALL;
  expect(callPhases({ ...endOnly, ivrTime: 9999 })).toHaveProperty("parts");
  expect(callPhases({ startTime: START, talkTime: 40 })).toHaveProperty("parts");
});

test("phases that fill a call exactly are always possible, however they are divided", () => {
  const seconds = fc.nat({ max: 5000 });
  fc.assert(
    fc.property(
      fc.record({ ivr: seconds, queue: seconds, dialing: seconds, ring: seconds, talk: seconds }),
      ({ ivr, queue, dialing, ring, talk }) => {
        const before = ivr + queue + dialing + ring;
        const phases = callPhases({
          startTime: START,
          ...(talk > 0 && { establishedTime: START + before * 1000 }),
          releaseTime: START + (before + talk) * 1000,
          ivrTime: ivr,
          queueTime: queue,
          dialingTime: dialing,
          ringTime: ring,
          talkTime: talk,
        });
        expect(phases).toHaveProperty("totalSeconds", before + talk);
      },
    ),
  );
});

import { describe, expect, test } from "vitest";
import type { CallRecord } from "#contract/record/call-record.ts";
import { RECORD_FIELD_NAMES } from "#contract/record/record-fields.ts";
import { readWireRecord, wireName } from "#contract/upstream/wire-record.ts";
import type { StoredRecord } from "#embedded/database/schema.ts";
import { callEvents, type CallEvents } from "#upstream/events/call-events.ts";
import { lengthMs, phaseTimes, type PhaseTimes } from "#upstream/events/phase-times.ts";
import { createSample } from "./sample-database.ts";

const START = 1_800_000_000_000;

function read(stored: StoredRecord): CallRecord {
  const wire = RECORD_FIELD_NAMES.map((field) => [wireName(field), stored[field]]);
  return readWireRecord(Object.fromEntries(wire));
}

const sequences = (events: CallEvents) =>
  Object.values(events).flatMap((groups: CallEvents["CustomerEvents"]) =>
    groups.map(({ EventSequence }) => EventSequence),
  );

const SAMPLE = [
  ...createSample({ records: 5000, seed: "s", timeZone: "Asia/Shanghai", now: START }),
].map(read);

/** Seconds of an event among all agents; of those who talk at once, among the first. */
function spent(record: CallRecord, event: string): number {
  const isTogether = ["Internal", "Conference"].includes(record.contactType ?? "");
  const groups = callEvents(record).AgentEvents.slice(0, isTogether ? 1 : undefined);
  return groups
    .flatMap(({ EventSequence }) => EventSequence)
    .filter(({ Event }) => Event === event)
    .reduce((sum, { Duration = 0 }) => sum + Duration, 0);
}

describe("of every sample call", () => {
  test("the parts are as long as its durations, and fill it from start to release", () => {
    for (const record of SAMPLE) {
      const phases = phaseTimes(record);
      const length = (part: Exclude<keyof PhaseTimes, "establishedAt">) =>
        phases === undefined ? undefined : lengthMs(phases[part]) / 1000;
      expect({
        ivrTime: length("ivr"),
        queueTime: length("queue"),
        dialingTime: length("dialing"),
        ringTime: length("ring"),
        talkTime: length("talk"),
        heldTime: length("held"),
      }).toEqual({
        ivrTime: record.ivrTime,
        queueTime: record.queueTime,
        dialingTime: record.dialingTime,
        ringTime: record.ringTime,
        talkTime: record.talkTime,
        heldTime: record.heldTime,
      });
      expect(phases?.establishedAt).toBe(record.establishedTime);
      expect(phases?.whole).toEqual({ from: record.startTime, to: record.releaseTime });
    }
  });

  test("the agents together talked and held as long as the record says", () => {
    const withAgents = SAMPLE.filter(({ agentIds }) => agentIds !== undefined);
    expect(withAgents.length).toBeGreaterThan(3000);
    for (const record of withAgents) {
      expect(spent(record, "Established")).toBe(record.talkTime);
      expect(spent(record, "Held")).toBe(record.heldTime);
    }
  });

  test("one side at least tells the release, at the time of the release", () => {
    for (const record of SAMPLE) {
      const releases = sequences(callEvents(record))
        .flat()
        .filter(({ Event }) => Event === "Released");
      expect(releases.at(-1)?.EventTime ?? 0).toBeLessThanOrEqual(record.releaseTime ?? 0);
      expect(releases.map(({ EventTime }) => EventTime)).toContain(record.releaseTime);
    }
  });
});

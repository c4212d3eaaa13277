import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { HOUR_MS } from "#contract/time/durations.ts";
import type { StoredRecord } from "#embedded/database/schema.ts";
import { createSample } from "#embedded/sample/sample-database.ts";
import { createSampleInstances } from "#embedded/sample/sample-instances.ts";
import { createRng } from "#upstream/chance/rng.ts";
import { createLiveCall } from "./live-call.ts";
import { nextWaitMs } from "./live-pace.ts";

const NOW = Date.UTC(2026, 5, 17, 6, 30);
const SEED = "s";
const instances = createSampleInstances(2_000, SEED);
const callAt = (now: number, attempt = 0) =>
  createLiveCall({ instances, seed: SEED, now, attempt });
const instants = fc.integer({ min: NOW - 1e11, max: NOW + 1e11 });
const n = (value: number | undefined) => value ?? 0;
const calls = Array.from({ length: 2_000 }, (_unused, index) => callAt(NOW + index * 4_001));

describe("a live call", () => {
  test("is as long as its parts, has ended, and began at most two hours ago if it is late", () => {
    fc.assert(
      fc.property(instants, (now) => {
        const call = callAt(now);
        const start = n(call.startTime);
        const end = n(call.releaseTime);
        const parts =
          n(call.ivrTime) +
          n(call.queueTime) +
          n(call.ringTime) +
          n(call.dialingTime) +
          n(call.talkTime);
        expect(end - start).toBe(parts * 1000);
        expect(end).toBeLessThanOrEqual(now);
        expect(n(call.talkTime) > 0).toBe(call.establishedTime !== undefined);
        expect(n(call.heldTime)).toBeLessThanOrEqual(n(call.talkTime));
        // On time it ended this moment; late it began within two hours.
        expect(end === now || now - start <= 2 * HOUR_MS).toBe(true);
        expect(call.recordingReady !== true || n(call.talkTime) > 0).toBe(true);
      }),
    );
  });

  test("is the same for the same seed and instant, and another for another", () => {
    fc.assert(
      fc.property(instants, fc.nat(20), (now, attempt) => {
        expect(callAt(now, attempt)).toEqual(callAt(now, attempt));
        expect(callAt(now, attempt).contactId).not.toBe(callAt(now + 1, attempt).contactId);
      }),
    );
  });

  test("has staff, customers and answers of its own instance", () => {
    const sample = [...createSample({ records: 2_000, seed: SEED, timeZone: "UTC", now: NOW })];
    const ofInstance = (records: readonly StoredRecord[], id: string) =>
      records.filter(({ instanceId }) => instanceId === id);
    for (const { id, staff, scale } of instances) {
      const known = new Set(staff.agents.map((agent) => agent.id));
      const live = ofInstance(calls, id);
      const agents = live.flatMap(({ agentIds }) => agentIds?.split(",") ?? []);
      expect(agents.length).toBeGreaterThan(0);
      expect(agents.filter((agent) => !known.has(agent))).toEqual([]);
      const keys = scale.map(([[key]]) => key);
      const answers = live.flatMap(({ satisfactionIndex }) => satisfactionIndex ?? []);
      expect(answers.filter((answer) => !keys.includes(answer))).toEqual([]);
      // Some of those who call have called before.
      const callers = new Set(ofInstance(sample, id).map(({ callingNumber }) => callingNumber));
      expect(live.some(({ callingNumber }) => callers.has(callingNumber))).toBe(true);
    }
    const first = ofInstance(calls, "ccc-sample").length / calls.length;
    expect(first).toBeGreaterThan(0.9);
    expect(first).toBeLessThan(0.99);
  });

  test("has a contact id of its own, also among those of the sample", () => {
    const sample = [...createSample({ records: 2_000, seed: SEED, timeZone: "UTC", now: NOW })];
    const ids = [...sample, ...calls].map(({ contactId }) => contactId);
    expect(new Set(ids).size).toBe(4_000);
    expect(calls.every(({ contactId }) => /^job-\d{18}$/.test(contactId ?? ""))).toBe(true);
    expect(sample.some(({ contactId }) => /^job-\d{18}$/.test(contactId ?? ""))).toBe(false);
  });

  test("arrives late one time in ten", () => {
    const late = calls.filter(({ releaseTime }, index) => n(releaseTime) < NOW + index * 4_001);
    expect(late.length / calls.length).toBeGreaterThan(0.07);
    expect(late.length / calls.length).toBeLessThan(0.13);
  });
});

describe("the pace", () => {
  const waits = (instant: number) => {
    const rng = createRng("pace", instant);
    return Array.from({ length: 500 }, () => nextWaitMs(5_000, instant, "Asia/Shanghai", rng));
  };
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

  test("is irregular, from two seconds to eight about a mean of five", () => {
    fc.assert(
      fc.property(instants, (now) => {
        const all = waits(now);
        expect(Math.min(...all)).toBeGreaterThanOrEqual(2_000);
        expect(Math.max(...all)).toBeLessThanOrEqual(8_000);
        expect(new Set(all).size).toBeGreaterThan(400);
      }),
      { numRuns: 20 },
    );
  });

  test("is quicker in the busy hours of the time zone than in the evening and at night", () => {
    const at = (hour: number) => mean(waits(Date.UTC(2026, 5, 17, hour - 8)));
    expect(at(10)).toBeLessThan(at(20));
    expect(at(20)).toBeLessThan(at(27));
  });
});

import { beforeAll, describe, expect, test } from "vitest";
import {
  CONTACT_DISPOSITIONS,
  CONTACT_TYPES,
  EARLY_MEDIA_STATES,
  RELEASE_INITIATORS,
} from "#contract/record/enums.ts";
import { startOfDay } from "#contract/time/calendar-days.ts";
import { DAY_MS, HOUR_MS } from "#contract/time/durations.ts";
import type { StoredRecord } from "#embedded/database/schema.ts";
import { createSample, type SampleRequest } from "./sample-database.ts";

const NOW = Date.UTC(2026, 5, 17, 6, 30);
const ZONE = "Asia/Shanghai";
const REQUEST: SampleRequest = { records: 20_000, seed: "s", timeZone: ZONE, now: NOW };
const sample = (changes: Partial<SampleRequest> = {}) => [
  ...createSample({ ...REQUEST, ...changes }),
];

let calls: StoredRecord[];
beforeAll(() => {
  calls = sample();
});

const of = (records: readonly StoredRecord[], type: string) =>
  records.filter(({ contactType }) => contactType === type);
const share = (part: readonly unknown[], whole: readonly unknown[]) => part.length / whole.length;
const n = (value: number | undefined) => value ?? 0;

describe("the sample", () => {
  test.each([0, 1, 2, 19, 100, 1000])("of %i calls has exactly as many", (records) => {
    expect(sample({ records })).toHaveLength(records);
  });

  test("covers about half a year, and no call that had not ended by now", () => {
    expect(calls).toHaveLength(20_000);
    const starts = calls.map(({ startTime }) => n(startTime));
    const days = (NOW - starts.reduce((a, b) => Math.min(a, b))) / DAY_MS;
    expect(days).toBeGreaterThan(150);
    expect(days).toBeLessThan(210);
    expect(calls.every(({ releaseTime }) => n(releaseTime) <= NOW)).toBe(true);
    expect(NOW - starts.reduce((a, b) => Math.max(a, b))).toBeLessThan(DAY_MS / 4);
  });

  test("gives every call a contact id of its own", () => {
    expect(new Set(calls.map(({ contactId }) => contactId)).size).toBe(calls.length);
  });

  test("comes instance by instance, the latest call first", () => {
    const ids = calls.map(({ instanceId }) => instanceId);
    expect(ids.lastIndexOf("ccc-sample")).toBe(18_999);
    expect(ids.indexOf("ccc-sample-2")).toBe(19_000);
    const first = calls.slice(0, 19_000).map(({ startTime }) => n(startTime));
    expect(first).toEqual(first.toSorted((a, b) => b - a));
  });
});

describe("the same seed", () => {
  test("gives the same calls, another seed others", () => {
    expect(sample({ records: 2000 })).toEqual(sample({ records: 2000 }));
    const other = sample({ records: 2000, seed: "t" });
    const numbers = (list: StoredRecord[]) => list.map(({ callingNumber }) => callingNumber);
    expect(numbers(other)).not.toEqual(numbers(sample({ records: 2000 })));
  });

  test("keeps what was there when the server starts again later: links go on working", () => {
    const later = sample({ now: NOW + 30 * DAY_MS });
    const known = new Map(later.map((call) => [call.contactId, call]));
    // What the sample of half a year still reaches.
    const kept = calls.filter(
      ({ startTime, instanceId }) =>
        n(startTime) > NOW - 120 * DAY_MS && instanceId === "ccc-sample",
    );
    expect(kept.length).toBeGreaterThan(8000);
    // Only what was still being recorded may differ.
    const timeless = (call: StoredRecord | undefined) => ({
      ...call,
      recordingReady: undefined,
      recordingDuration: undefined,
    });
    for (const call of kept) expect(timeless(known.get(call.contactId))).toEqual(timeless(call));
  });

  test("an hour later has the calls of that hour besides", () => {
    const later = sample({ now: NOW + HOUR_MS });
    const before = new Set(calls.map(({ contactId }) => contactId));
    const added = later.filter(({ contactId }) => !before.has(contactId));
    expect(added.length).toBeGreaterThan(5);
    expect(added.every(({ releaseTime }) => n(releaseTime) > NOW)).toBe(true);
  });
});

describe("every call", () => {
  const each = (check: (call: StoredRecord) => boolean) => calls.filter((call) => !check(call));

  test("lasts as long as its phases together", () => {
    expect(
      each(
        (c) =>
          n(c.releaseTime) - n(c.startTime) ===
          1000 * (n(c.ivrTime) + n(c.queueTime) + n(c.ringTime) + n(c.dialingTime) + n(c.talkTime)),
      ),
    ).toEqual([]);
  });

  test("is established if somebody talked, between its start and its release", () => {
    expect(each((c) => (c.establishedTime !== undefined) === n(c.talkTime) > 0)).toEqual([]);
    const established = calls.filter((c) => c.establishedTime !== undefined);
    expect(
      established.filter(
        (c) => !(n(c.startTime) <= n(c.establishedTime) && n(c.establishedTime) < n(c.releaseTime)),
      ),
    ).toEqual([]);
  });

  test("counts its duration from the IVR's entry if it came in, else from the connection", () => {
    const sinceStart = (c: StoredRecord) => (n(c.releaseTime) - n(c.startTime)) / 1000;
    const sinceAnswer = (c: StoredRecord) =>
      c.establishedTime === undefined ? 0 : (n(c.releaseTime) - c.establishedTime) / 1000;
    expect(of(calls, "Inbound").filter((c) => c.callDuration !== sinceStart(c))).toEqual([]);
    expect(of(calls, "Outbound").filter((c) => c.callDuration !== sinceAnswer(c))).toEqual([]);
  });

  test("waited in queue and ring, or for nothing where the caller gave up", () => {
    const gaveUp = new Set(["AbandonedInQueue", "AbandonedInRing"]);
    expect(
      each(
        (c) =>
          c.waitTime ===
          (gaveUp.has(c.contactDisposition ?? "") ? 0 : n(c.queueTime) + n(c.ringTime)),
      ),
    ).toEqual([]);
  });

  test("was held within the talk, and recorded only if there was one", () => {
    expect(each((c) => n(c.heldTime) <= n(c.talkTime))).toEqual([]);
    expect(each((c) => c.recordingReady !== true || n(c.talkTime) > 0)).toEqual([]);
    expect(each((c) => (c.recordingDuration !== undefined) === c.recordingReady)).toEqual([]);
    const notReady = calls.filter((c) => n(c.talkTime) > 0 && c.recordingReady === false);
    expect(notReady.every((c) => NOW - n(c.releaseTime) <= 600_000)).toBe(true);
  });

  test("names as many agents as it has legs, in the same order", () => {
    const count = (list: string | undefined) => list?.split(",").length ?? 0;
    expect(each((c) => count(c.agentIds) === count(c.agentNames))).toEqual([]);
    expect(each((c) => count(c.skillGroupIds) === count(c.skillGroupNames))).toEqual([]);
    expect(each((c) => count(c.callIds) === Math.max(1, count(c.agentIds)))).toEqual([]);
    expect(Math.max(...calls.map((c) => count(c.agentIds)))).toBeGreaterThan(5);
  });

  test("says why nobody answered only if nobody did", () => {
    const unanswered = new Set(["NoAnswer", "Reject"]);
    expect(
      each((c) => c.earlyMediaState === undefined || unanswered.has(c.contactDisposition ?? "")),
    ).toEqual([]);
  });

  test("has an answer to the survey only if it was asked", () => {
    expect(
      each((c) => c.satisfactionIndex === undefined || c.satisfactionSurveyOffered === true),
    ).toEqual([]);
    expect(
      each((c) => (c.satisfactionSurveyChannel !== undefined) === c.satisfactionSurveyOffered),
    ).toEqual([]);
  });

  test("has numbers that nobody can have", () => {
    const unreal = /^(154\d{8}|154\d{4}\*{4}|0\d{2,3}0555\d{4}|0\d{2,3}0555\*{4}|8\d{3})$/;
    const numbers = calls.flatMap((c) => [
      c.callingNumber,
      c.calledNumber,
      c.broker,
      c.additionalBroker,
    ]);
    expect(numbers.filter((number) => number !== undefined && !unreal.test(number))).toEqual([]);
  });
});

describe("the shape of the sample", () => {
  test("has all types, dispositions and reasons, in plausible shares", () => {
    const values = (key: keyof StoredRecord) => new Set(calls.map((call) => call[key]));
    expect(values("contactType")).toEqual(new Set(CONTACT_TYPES));
    expect(values("contactDisposition")).toEqual(new Set(CONTACT_DISPOSITIONS));
    expect(values("earlyMediaState")).toEqual(new Set([undefined, ...EARLY_MEDIA_STATES]));
    expect(values("releaseInitiator")).toEqual(new Set([undefined, ...RELEASE_INITIATORS]));
    const inbound = of(calls, "Inbound");
    const success = inbound.filter((c) => c.contactDisposition === "Success");
    expect(share(inbound, calls)).toBeCloseTo(0.56, 1);
    expect(share(success, inbound)).toBeCloseTo(0.76, 1);
  });

  test("keeps working hours: two humps, a dip at lunch, few at night, quieter weekends", () => {
    const hours = Array.from({ length: 24 }, () => 0);
    const days = new Map<number, number>();
    for (const { startTime } of calls) {
      const local = new Date(n(startTime) + 8 * HOUR_MS);
      hours[local.getUTCHours()] = (hours[local.getUTCHours()] ?? 0) + 1;
      days.set(local.getUTCDay(), (days.get(local.getUTCDay()) ?? 0) + 1);
    }
    const at = (hour: number) => hours[hour] ?? 0;
    expect(at(10)).toBeGreaterThan(1.4 * at(12));
    expect(at(15)).toBeGreaterThan(1.4 * at(13));
    expect(at(3)).toBeGreaterThan(0);
    expect(at(3)).toBeLessThan(0.05 * at(10));
    expect(days.get(0)).toBeLessThan(0.75 * n(days.get(1)));
  });

  test("has answers to about three connected calls in ten, and some offers without answer", () => {
    const connected = calls.filter((c) => c.establishedTime !== undefined);
    const answered = calls.filter((c) => c.satisfactionIndex !== undefined);
    const ignored = calls.filter(
      (c) => c.satisfactionSurveyOffered === true && c.satisfactionIndex === undefined,
    );
    expect(share(answered, connected)).toBeGreaterThan(0.26);
    expect(share(answered, connected)).toBeLessThan(0.36);
    expect(ignored.length).toBeGreaterThan(500);
    expect(new Set(answered.map((c) => c.satisfactionDescription))).toEqual(
      new Set(["非常满意", "满意", "一般", "不满意", "非常不满意", undefined]),
    );
  });

  test("has five hundred agents in thirty groups, and some transfers", () => {
    const main = calls.filter(({ instanceId }) => instanceId === "ccc-sample");
    const split = (key: "agentIds" | "skillGroupIds") =>
      new Set(main.flatMap((call) => call[key]?.split(",") ?? []));
    expect(split("agentIds").size).toBe(500);
    expect(split("skillGroupIds").size).toBe(30);
    const transferred = main.filter(
      (c) => c.agentIds?.includes(",") && c.skillGroupIds !== undefined,
    );
    expect(share(transferred, main)).toBeGreaterThan(0.02);
    expect(share(transferred, main)).toBeLessThan(0.08);
  });
});

describe("a time zone", () => {
  test.each(["America/New_York", "Pacific/Auckland", "UTC"])(
    "of %s has its own days",
    (timeZone) => {
      // In the week of the clock change of New York.
      const now = Date.UTC(2026, 2, 10, 20);
      const own = sample({ records: 5000, timeZone, now });
      expect(own).toHaveLength(5000);
      expect(own.every(({ releaseTime }) => n(releaseTime) <= now)).toBe(true);
      const today = own.filter(({ startTime }) => n(startTime) >= startOfDay(now, timeZone));
      expect(today.length).toBeGreaterThan(0);
      expect(new Set(own.map(({ contactId }) => contactId)).size).toBe(5000);
    },
  );
});

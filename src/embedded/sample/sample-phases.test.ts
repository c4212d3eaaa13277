import { expect, test } from "vitest";
import { callPhases } from "#contract/record/call-phases.ts";
import { CONTACT_DISPOSITIONS, CONTACT_TYPES } from "#contract/record/enums.ts";
import { RECORD_FIELD_NAMES } from "#contract/record/record-fields.ts";
import { readWireRecord, wireName } from "#contract/upstream/wire-record.ts";
import type { StoredRecord } from "#embedded/database/schema.ts";
import { createSample } from "./sample-database.ts";

function read(stored: StoredRecord) {
  const wire = RECORD_FIELD_NAMES.map((field) => [wireName(field), stored[field]]);
  return readWireRecord(Object.fromEntries(wire));
}

test("no generated call of any kind has times that cannot be, and its phases fill it", () => {
  const now = Date.UTC(2026, 5, 17, 6, 30);
  const request = { records: 20_000, seed: "phases", timeZone: "Asia/Shanghai", now };
  const calls = [...createSample(request)].map(read);
  expect(new Set(calls.map(({ contactType }) => contactType)).size).toBe(CONTACT_TYPES.length);
  expect(new Set(calls.map(({ contactDisposition }) => contactDisposition)).size).toBe(
    CONTACT_DISPOSITIONS.length,
  );
  const wrong = calls.filter((call) => {
    const phases = callPhases(call);
    if (phases === undefined || "impossible" in phases) return true;
    return phases.totalSeconds * 1000 !== (call.releaseTime ?? 0) - (call.startTime ?? 0);
  });
  expect(wrong).toEqual([]);
});

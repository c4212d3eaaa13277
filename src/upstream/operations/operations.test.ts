import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { OPERATIONS } from "#contract/upstream/envelope.ts";
import type { EmbeddedDatabase } from "#embedded/database/database.ts";
import { findOperation } from "./operations.ts";
import { startTestUpstream, type TestUpstream } from "#upstream/upstream.kit.ts";
import { createTestDatabase } from "#embedded/database/database.kit.ts";

// Much work for one test, on machines that have more to do.
vi.setConfig({ testTimeout: 30_000 });

const HOSTILE = [
  "'; DROP TABLE records; --",
  '" OR ""="',
  "' OR '1'='1",
  "%",
  "_",
  "\\",
  "$1",
  "a\0b",
  "\0",
  "📞\u202e",
  "\r\nx: y",
  "../../etc/passwd",
  "<b>&amp;</b>",
  "null",
  "__proto__",
  "1e999",
  "x".repeat(5000),
];
const PARAMETERS = {
  GetCallDetailRecord: ["InstanceId", "ContactId"],
  GetMonoRecording: ["InstanceId", "ContactId", "ExpireSeconds"],
  ListSkillGroups: ["InstanceId", "SearchPattern", "PageNumber", "PageSize"],
  ListUsers: ["InstanceId", "SearchPattern", "PageNumber", "PageSize"],
} as const;
const GOOD = { InstanceId: "ccc-test", ContactId: "job-1", PageNumber: "1", PageSize: "10" };

let database: EmbeddedDatabase;
let upstream: TestUpstream;
beforeAll(async () => {
  database = await createTestDatabase([
    {
      contactId: "job-1",
      instanceId: "ccc-test",
      startTime: 1,
      recordingReady: true,
      agentIds: "ann@ccc-test",
      skillGroupIds: "sales@ccc-test",
    },
  ]);
  upstream = await startTestUpstream({ database });
});
afterAll(async () => {
  await upstream.close();
  await database.close();
});

async function contents(): Promise<unknown> {
  const tables = ["records", "agents", "skill_groups", "instances", "meta"];
  const readers = await Promise.all(
    tables.map((table) => database.run({ text: `SELECT * FROM ${table}`, params: [] })),
  );
  return readers.map((reader) => reader.getRowsJson());
}

test("every operation of the contract has a handler, and nothing else has", () => {
  expect(OPERATIONS.filter((name) => findOperation(name) === undefined)).toEqual([]);
  expect(findOperation("constructor")).toBeUndefined();
});

describe.each(Object.entries(PARAMETERS))("%s", (action, names) => {
  test.each(names)("takes whatever text comes as %s for text", async (name) => {
    const before = await contents();
    for (const value of HOSTILE) {
      const { status, body } = await upstream.call({ ...GOOD, [name]: value }, action);
      expect([200, 400, 404], JSON.stringify(value)).toContain(status);
      expect(body.HttpStatusCode).toBe(status);
    }
    expect(await contents()).toEqual(before);
    expect(await upstream.call(GOOD, action)).toMatchObject({ status: 200, body: { Code: "OK" } });
  });
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RecordStore } from "#upstream/store/record-store.ts";
import type { CreateTestStore } from "#upstream/store/test-store.kit.ts";
import { startTestUpstream, type TestUpstream } from "#upstream/upstream.kit.ts";

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

/** Tests of every operation that takes text, over a store. */
export function testHostileTexts(createStore: CreateTestStore): void {
  let store: RecordStore;
  let upstream: TestUpstream;
  beforeAll(async () => {
    store = await createStore([
      {
        contactId: "job-1",
        instanceId: "ccc-test",
        startTime: 1,
        recordingReady: true,
        agentIds: "ann@ccc-test",
        skillGroupIds: "sales@ccc-test",
      },
    ]);
    upstream = await startTestUpstream({ store });
  });
  afterAll(async () => {
    await upstream.close();
    await store.close();
  });

  /** All that the store can be asked for. */
  async function contents(): Promise<unknown> {
    const all = { InstanceId: "ccc-test", PageNumber: "1", PageSize: "100", StartTime: "0" };
    const actions = ["ListCallDetailRecords", "ListUsers", "ListSkillGroups", "ListInstances"];
    const replies = await Promise.all(actions.map((action) => upstream.call(all, action)));
    return replies.map(({ body }) => body.Data);
  }

  describe.each(Object.entries(PARAMETERS))("%s", (action, names) => {
    test.each(names)("takes whatever text comes as %s for text", async (name) => {
      const before = await contents();
      for (const value of HOSTILE) {
        const { status, body } = await upstream.call({ ...GOOD, [name]: value }, action);
        expect([200, 400, 404], JSON.stringify(value)).toContain(status);
        expect(body.HttpStatusCode).toBe(status);
      }
      expect(await contents()).toEqual(before);
      expect(await upstream.call(GOOD, action)).toMatchObject({
        status: 200,
        body: { Code: "OK" },
      });
    });
  });
}

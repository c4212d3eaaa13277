import { afterAll, beforeAll, expect, test } from "vitest";
import type { RecordStore } from "#upstream/store/record-store.ts";
import type { CreateTestStore } from "#upstream/store/test-store.kit.ts";
import { startTestUpstream, type TestUpstream } from "#upstream/upstream.kit.ts";

const NOW = 1_800_000_000_500;
const DAY = 86_400;

/** Tests of `GetMonoRecording` over a store. */
export function testGetMonoRecording(createStore: CreateTestStore): void {
  let store: RecordStore;
  let upstream: TestUpstream;
  beforeAll(async () => {
    const recorded = { instanceId: "ccc-test", startTime: 1, recordingReady: true };
    store = await createStore(
      [
        { ...recorded, contactId: "job-1", recordingDuration: 30, talkTime: 31 },
        { ...recorded, contactId: "job-untold", talkTime: 12 },
        { ...recorded, contactId: "job-nothing" },
        { ...recorded, contactId: "job-negative", recordingDuration: -5, talkTime: 12 },
        { ...recorded, contactId: "job-absurd", recordingDuration: 2_147_483_647 },
        { ...recorded, contactId: "job-late", recordingReady: false, recordingDuration: 30 },
        { contactId: "job-unsaid", instanceId: "ccc-test", startTime: 1, recordingDuration: 30 },
      ],
      ["ccc-test", "ccc-other"],
    );
    upstream = await startTestUpstream({ store, now: () => NOW });
  });
  afterAll(async () => {
    await upstream.close();
    await store.close();
  });

  const ask = (params: Readonly<Record<string, string>>) =>
    upstream.call({ InstanceId: "ccc-test", ContactId: "job-1", ...params }, "GetMonoRecording");
  const expiry = async (params: Readonly<Record<string, string>>) => {
    const { FileUrl } = (await ask(params)).body.Data;
    return Number(new URL(FileUrl).searchParams.get("Expires")) - Math.floor(NOW / 1000);
  };

  test("it tells the name, the length and an address on the same host that opens", async () => {
    const { body } = await ask({});
    expect(body.Data).toEqual({
      FileName: "job-1.wav",
      FileUrl: expect.stringContaining(`${upstream.url}/ccc-record/ccc-test/job-1.wav?Expires=`),
      Duration: 30_000,
    });
    expect(body.Data.FileUrl).not.toContain("test-secret");
    const reply = await fetch(body.Data.FileUrl);
    expect(reply.status).toBe(200);
    expect(await reply.arrayBuffer()).toHaveProperty("byteLength", 44 + 30 * 16_000);
  });

  test("the address holds for a day, or as long as is asked", async () => {
    expect(await expiry({})).toBe(DAY);
    expect(await expiry({ ExpireSeconds: "" })).toBe(DAY);
    expect(await expiry({ ExpireSeconds: "1" })).toBe(1);
    expect(await expiry({ ExpireSeconds: String(7 * DAY) })).toBe(7 * DAY);
  });

  test.each([
    ["job-untold", 12],
    ["job-nothing", 0],
    ["job-negative", 0],
    ["job-absurd", 268_435],
  ])("the recording of %s is as long as can be: %i s", async (ContactId, seconds) => {
    expect((await ask({ ContactId })).body.Data.Duration).toBe(seconds * 1000);
  });

  test.each([
    [{ ExpireSeconds: "0" }, 400, "Parameter.Minimum"],
    [{ ExpireSeconds: "-1" }, 400, "Parameter.Minimum"],
    [{ ExpireSeconds: String(7 * DAY + 1) }, 400, "Parameter.Maximum"],
    [{ ExpireSeconds: "1h" }, 400, "Parameter.Format"],
    [{ ContactId: "" }, 400, "Parameter.Blank"],
    [{ InstanceId: "" }, 400, "Parameter.Blank"],
    [{ InstanceId: "ccc-nowhere" }, 404, "NotExists.InstanceId"],
    [{ ContactId: "job-0" }, 404, "NotExists.JobId"],
    [{ InstanceId: "ccc-other" }, 404, "NotExists.JobId"],
    [{ ContactId: "job-late" }, 404, "NotExists.Recording"],
    [{ ContactId: "job-unsaid" }, 404, "NotExists.Recording"],
  ])("%j is refused with %i %s", async (params, status, Code) => {
    expect(await ask(params)).toMatchObject({ status, body: { Code, HttpStatusCode: status } });
  });
}

import { setTimeout as sleep } from "node:timers/promises";
import { request } from "undici";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createMemorySink } from "#bff/access/audit/audit.kit.ts";
import {
  FIRST,
  SECOND,
  headersOf,
  withReaders,
  type ReadersBff,
  type TestReader,
} from "#bff/access/readers.kit.ts";
import { createTestBff, TEST_CREDENTIALS } from "#bff/bff.kit.ts";
import { startSampleBff, type SampleBff } from "#bff/sample-bff.kit.ts";
import { openScriptedBff } from "#bff/scripted-bff.kit.ts";
import { ok } from "#bff/upstream/scripted-upstream.kit.ts";
import { peaksReplySchema } from "#contract/api/recording.ts";
import { recordsReplySchema } from "#contract/api/records.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import { DAY_MS, MINUTE_MS } from "#contract/time/durations.ts";
import { createFaults } from "#upstream/faults/create-faults.ts";
import { createArrayStore } from "#upstream/store/array-store.kit.ts";
import { startUpstreamServer } from "#upstream/upstream-server.ts";
import { openRecordedCall } from "./recorded-call.kit.ts";

let server: SampleBff;
let call: CallRecord;
let size: number;
beforeAll(async () => {
  server = await startSampleBff({ sampleRecords: 400, sampleSeed: "recordings" });
  const path = `/api/records?instance=${FIRST}&from=0&to=4000000000000&type=Inbound&talk=6..60`;
  const { records } = await server.get(path, recordsReplySchema);
  // Short, and the shortest: a longer one is sent no faster than it is heard, many times over.
  const lengthOf = ({ recordingDuration = 0 }: CallRecord) => recordingDuration;
  call =
    records
      .filter(
        (one) =>
          one.recordingReady === true && one.skillGroupIds !== undefined && lengthOf(one) > 5,
      )
      .toSorted((one, other) => lengthOf(one) - lengthOf(other))[0] ?? {};
  size = 44 + 16_000 * (call.recordingDuration ?? 0);
});
afterAll(() => server.close());

let readers: ReadersBff;
beforeEach(async () => {
  readers = await withReaders(server, { LOG_LEVEL: "trace" });
});

const LISTENER: TestReader = { roles: ["manager", "listen"] };
const BOTH: TestReader = { roles: ["manager", "listen", "download"] };
const pathOf = (part = "", id = call.contactId) => `/api/recordings/${id}${part}?instance=${FIRST}`;
const hear = (headers: Readonly<Record<string, string>> = {}, reader = LISTENER, url = pathOf()) =>
  readers.bff.app.inject({ url, headers: { ...headersOf(reader), ...headers } });
const heard = () =>
  readers
    .audited()
    .flatMap((event) => ("api" in event ? [event.api.operation] : []))
    .filter((operation) => operation.startsWith("recording"));

test("the whole is sent as what it is, and no cache keeps it", async () => {
  const { statusCode, headers, rawPayload } = await hear();
  expect(statusCode).toBe(200);
  expect(rawPayload).toHaveLength(size);
  expect(rawPayload.toString("latin1", 0, 4)).toBe("RIFF");
  expect(headers).toMatchObject({
    "content-type": "audio/wav",
    "content-length": String(size),
    "accept-ranges": "bytes",
    etag: expect.stringMatching(/^"/),
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  });
});

test("a seek fetches its range alone", async () => {
  const { rawPayload: whole } = await hear();
  const { statusCode, headers, rawPayload } = await hear({ range: "bytes=1000-1999" });
  expect(statusCode).toBe(206);
  expect(headers["content-range"]).toBe(`bytes 1000-1999/${size}`);
  expect(rawPayload).toEqual(whole.subarray(1_000, 2_000));
  const end = await hear({ range: `bytes=${size - 10}-` });
  expect(end.rawPayload).toEqual(whole.subarray(size - 10));
  const suffix = await hear({ range: "bytes=-10" });
  expect([suffix.statusCode, suffix.rawPayload]).toEqual([206, whole.subarray(size - 10)]);
});

test("what lies behind the end is 416, and says how long it is", async () => {
  const { statusCode, headers, body } = await hear({ range: `bytes=${size}-` });
  expect(statusCode).toBe(416);
  expect(headers["content-range"]).toBe(`bytes */${size}`);
  expect(body).toBe("");
});

test.each(["bytes=0-1,5-9", "bytes=9-2", "bytes=-", "items=0-9", "bytes=a-b", "nonsense"])(
  "%j is as if no range were asked for",
  async (range) => {
    const { statusCode, rawPayload } = await hear({ range });
    expect([statusCode, rawPayload.length]).toEqual([200, size]);
  },
);

test("a range of what has changed since is the whole", async () => {
  const range = "bytes=0-9";
  const { etag = "" } = (await hear({ range })).headers;
  const same = await hear({ range, "if-range": String(etag) });
  expect([same.statusCode, same.rawPayload.length]).toEqual([206, 10]);
  const other = await hear({ range, "if-range": '"other"' });
  expect([other.statusCode, other.rawPayload.length]).toEqual([200, size]);
  const odd = await hear({ range, "if-range": "\u00e9" });
  expect([odd.statusCode, odd.rawPayload.length]).toEqual([200, size]);
});

test("of a reader's headers no other goes up, and of the storage's no other comes down", async () => {
  const { etag = "" } = (await hear()).headers;
  const reply = await hear({ "if-none-match": String(etag), cookie: "a=b", authorization: "x" });
  expect(reply.statusCode).toBe(200);
  expect(reply.headers).not.toHaveProperty("x-acs-request-id");
  expect(reply.headers["content-disposition"]).toMatch(/^inline/);
});

test("an outline is of a call that is noted as opened, once with the call itself", async () => {
  const opened = () =>
    readers.audited().filter((event) => "api" in event && event.api.operation.startsWith("record."))
      .length;
  expect((await hear({}, LISTENER, pathOf("/peaks"))).statusCode).toBe(200);
  expect(opened()).toBe(1);
  await hear({}, LISTENER, pathOf("/peaks"));
  expect(opened()).toBe(1);
});

test("a seek costs no upstream call", async () => {
  await hear({ range: "bytes=0-9" });
  const before = await readers.upstreamCalls();
  for (let at = 0; at < 5; at += 1) await hear({ range: `bytes=${at}-` });
  expect(await readers.upstreamCalls()).toBe(before);
});

test("listening is noted once for all its pieces, by each reader, and each download by itself", async () => {
  await Promise.all([hear({ range: "bytes=0-9" }), hear({ range: "bytes=10-" })]);
  await hear({ range: "bytes=5-9" });
  expect(heard()).toEqual(["recording.listen"]);
  expect(readers.audited().at(-1)).toMatchObject({
    resources: [{ uid: call.contactId, type: "call record" }],
    unmapped: { instances: [FIRST] },
  });
  for (let time = 0; time < 2; time += 1) await hear({}, BOTH, pathOf("/download"));
  expect(heard()).toEqual(["recording.listen", "recording.download", "recording.download"]);
});

test("where that cannot be noted nothing is sent", async () => {
  const auditSink = createMemorySink();
  const { app } = await server.another({}, { auditSink });
  auditSink.fillUp();
  for (const part of ["", "/download"]) {
    const reply = await app.inject(pathOf(part));
    expect([reply.statusCode, reply.json().code]).toEqual([503, "audit_failed"]);
  }
});

test("a download has a name that tells when, and no number", async () => {
  const { statusCode, headers, rawPayload } = await hear({}, BOTH, pathOf("/download"));
  expect([statusCode, rawPayload.length]).toEqual([200, size]);
  const name = String(headers["content-disposition"]);
  expect(name).toMatch(/^attachment; filename="recording-\d{8}-\d{6}-[\w.-]+\.wav"$/);
  expect(name).not.toContain(call.callingNumber);
});

test("each right is one of its own", async () => {
  const rightOf = async (reader: TestReader, part: string) =>
    (await readers.ask(reader, pathOf(part))).json();
  const manager: TestReader = { roles: ["manager"] };
  for (const part of ["", "/peaks"])
    expect(await rightOf(manager, part)).toMatchObject({ code: "right_missing", right: "listen" });
  for (const reader of [manager, LISTENER])
    expect(await rightOf(reader, "/download")).toMatchObject({ right: "download" });
  const keeper: TestReader = { roles: ["manager", "download"] };
  expect(await rightOf(keeper, "")).toMatchObject({ right: "listen" });
  expect(await readers.upstreamCalls()).toBe(0);
});

test("another team's call is answered as nobody's, whoever has heard it before", async () => {
  for (const part of ["", "/peaks"])
    expect((await hear({}, LISTENER, pathOf(part))).statusCode).toBe(200);
  const theirs: TestReader = { roles: ["lead", "listen"], groups: call.skillGroupIds ?? [] };
  expect((await hear({}, theirs)).statusCode).toBe(200);
  const others: TestReader = { ...theirs, groups: ["other@ccc-sample"] };
  for (const part of ["", "/peaks"]) {
    expect((await hear({}, others, pathOf(part))).json()).toMatchObject({
      code: "record_not_found",
    });
    expect((await hear({}, theirs, pathOf(part, "job-no"))).json()).toMatchObject({
      code: "record_not_found",
    });
  }
  const elsewhere: TestReader = { roles: ["one", "listen"] };
  expect((await hear({}, elsewhere)).json()).toMatchObject({ code: "instance_forbidden" });
  const inSecond = `/api/recordings/${call.contactId}?instance=${SECOND}`;
  expect((await hear({}, elsewhere, inSecond)).json()).toMatchObject({ code: "record_not_found" });
});

test("the peaks are as long as the recording, by their tag, and read once", async () => {
  const replies = await Promise.all([
    hear({}, LISTENER, pathOf("/peaks")),
    hear({}, BOTH, pathOf("/peaks")),
  ]);
  for (const reply of replies) {
    const { duration, channels } = peaksReplySchema.parse(reply.json()).peaks;
    expect(duration).toBe(call.recordingDuration);
    expect(channels[0]?.length).toBe(Math.min(duration * 20, channels[0]?.length ?? 0));
    expect(Math.max(...(channels[0] ?? []))).toBeGreaterThan(5);
  }
  const tag = String(replies[0]?.headers["etag"]);
  expect(replies[1]?.headers["etag"]).toBe(tag);
  const again = await hear({ "if-none-match": tag }, LISTENER, pathOf("/peaks"));
  expect([again.statusCode, again.body]).toEqual([304, ""]);
  expect(heard()).toEqual([]);
});

test("what the peaks cost upstream is told to one of those who asked at once, and costs nothing after", async () => {
  const ask = async () =>
    peaksReplySchema.parse((await hear({}, LISTENER, pathOf("/peaks"))).json()).spent;
  const calls = (await Promise.all([ask(), ask()])).map((spent) => spent.calls);
  // The record, by which it is known whose call it is, and the recording's address.
  expect(calls.toSorted()).toEqual([0, 2]);
  expect(await ask()).toEqual({ calls: 0, throttled: 0 });
});

test("nothing of the storage's address is in a reply or a log", async () => {
  const replies = await Promise.all([
    hear(),
    hear({}, LISTENER, pathOf("/peaks")),
    hear({ range: "bytes=9999999-" }),
  ]);
  const told = replies.map(({ headers, payload }) => JSON.stringify(headers) + payload).join("");
  expect(told + readers.bff.log()).not.toMatch(/ccc-record|Signature|OSSAccessKeyId/);
});

test.each(["", "/peaks", "/download"])("HEAD and POST are not taken by …%s", async (part) => {
  for (const method of ["HEAD", "POST"] as const) {
    const reply = await readers.bff.app.inject({
      method,
      url: pathOf(part),
      headers: headersOf(BOTH),
    });
    expect(reply.statusCode).toBe(405);
  }
});

test("who goes away stops it at the storage, and who stays but rests does not hold up the closing", async () => {
  const { url, close } = await openRecordedCall(36_000);
  const gone = new AbortController();
  await request(url, { signal: gone.signal });
  gone.abort();
  const resting = await request(url);
  resting.body.on("error", () => undefined);
  await sleep(100);
  const startedAt = performance.now();
  // The storage has nobody left to send to.
  await close();
  expect(performance.now() - startedAt).toBeLessThan(2_500);
});

test("why there is none is told by a code of its own", async () => {
  const now = Date.now();
  const of = (contactId: string, more: object) => ({
    contactId,
    instanceId: "ccc-test",
    startTime: now - MINUTE_MS,
    ...more,
  });
  const talked = { establishedTime: now - MINUTE_MS, talkTime: 5 };
  const old = { startTime: now - 3 * DAY_MS, releaseTime: now - 3 * DAY_MS };
  const store = await createArrayStore(
    [
      of("job-missed", { recordingReady: false }),
      of("job-soon", { recordingReady: false, ...talked }),
      of("job-unsaid", talked),
      of("job-never", { recordingReady: false, ...talked, ...old }),
      of("job-ready", { recordingReady: true, ...talked, ...old }),
    ],
    ["ccc-test"],
  );
  const upstream = await startUpstreamServer({
    store,
    accessKeys: [TEST_CREDENTIALS],
    timeZone: "Asia/Shanghai",
    faults: createFaults(),
  });
  const bff = await createTestBff(upstream.url);
  const codeOf = async (id: string, instance = "ccc-test") =>
    Promise.all(
      ["", "/peaks", "/download"].map(
        async (part) =>
          (await bff.problem(`/api/recordings/${id}${part}?instance=${instance}`)).code,
      ),
    );
  const allOf = (code: string) => [code, code, code];
  expect(await codeOf("job-missed")).toEqual(allOf("recording_not_connected"));
  expect(await codeOf("job-soon")).toEqual(allOf("recording_not_ready"));
  expect(await codeOf("job-unsaid")).toEqual(allOf("recording_not_ready"));
  expect(await codeOf("job-never")).toEqual(allOf("recording_not_kept"));
  const faulty = (name: string) => codeOf("job-ready", `ccc-fault-${name}`);
  expect(await faulty("no-recording")).toEqual(allOf("recording_not_kept"));
  expect(await faulty("storage-refused")).toEqual(allOf("storage_refused"));
  expect(await faulty("storage-broken")).toEqual(allOf("storage_failed"));
  expect(bff.log()).not.toMatch(/Signature=|ccc-record/);
  await bff.app.close();
  await upstream.close();
  await store.close();
});

test.each([
  "https://169.254.169.254/a.wav?Signature=secret",
  "http://127.0.0.1:1/a.wav?Signature=secret",
  "https://records.example.com@evil.example/a.wav?Signature=secret",
])("an upstream that names %s leads nowhere, and nothing of it is told", async (FileUrl) => {
  const record = { ContactId: "job-1", InstanceId: "ccc-test", RecordingReady: true };
  const bff = await openScriptedBff(
    [ok({ List: [record], TotalCount: 1 }), ok({ FileUrl }), ok({ FileUrl })],
    { RECORDING_HOSTS: "records.example.com" },
  );
  const problem = await bff.problem("/api/recordings/job-1?instance=ccc-test");
  expect(problem.code).toBe("storage_refused");
  expect(JSON.stringify(problem) + bff.log()).not.toMatch(/secret|evil|169\.254/);
});

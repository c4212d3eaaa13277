import { get, type IncomingMessage } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createArrayStore } from "#upstream/store/array-store.kit.ts";
import type { RecordStore } from "#upstream/store/record-store.ts";
import { startTestUpstream, TEST_KEY, type TestUpstream } from "#upstream/upstream.kit.ts";
import { recordingUrl } from "./recording-link.ts";

const NOW = 1_800_000_000_000;
const SIZE = 44 + 20 * 16_000;

let store: RecordStore;
let upstream: TestUpstream;
let clock: number;
beforeAll(async () => {
  const recorded = { instanceId: "ccc-test", startTime: 1, recordingReady: true };
  store = await createArrayStore([
    { ...recorded, contactId: 'job-"1"/话\r\n', recordingDuration: 20 },
    { ...recorded, contactId: "job-2", recordingDuration: 20 },
    { ...recorded, contactId: "job-long", recordingDuration: 200_000 },
    { ...recorded, contactId: "job-late", recordingReady: false },
  ]);
  upstream = await startTestUpstream({ store, now: () => clock });
});
beforeEach(() => {
  clock = NOW;
});
afterAll(async () => {
  await upstream.close();
  await store.close();
});

function linkOf(contactId: string, instance = "ccc-test"): string {
  const { host } = new URL(upstream.url);
  return recordingUrl(host, { instance, contactId }, NOW / 1000 + 60, TEST_KEY);
}
const fetchRange = (range: string, more: Record<string, string> = {}) =>
  fetch(linkOf("job-2"), { headers: { range, ...more } });
const bytesOf = async (reply: Response) => Buffer.from(await reply.arrayBuffer());

async function expectRefused(reply: Response, status: number, code: string): Promise<void> {
  expect(reply.status).toBe(status);
  expect(reply.headers.get("content-type")).toMatch(/^application\/xml/);
  expect(await reply.text()).toContain(`<Code>${code}</Code>`);
}

test("the whole comes as a WAV file with its length, tag and name", async () => {
  const reply = await fetch(linkOf('job-"1"/话\r\n'));
  expect(reply.status).toBe(200);
  expect(Object.fromEntries(reply.headers)).toMatchObject({
    "content-type": "audio/wav",
    "content-length": String(SIZE),
    "accept-ranges": "bytes",
    etag: expect.stringMatching(/^"[0-9A-F]{32}"$/),
    "content-disposition": `attachment; filename="job-_1_____.wav"; filename*=UTF-8''job-%221%22%2F%E8%AF%9D%0D%0A.wav`,
  });
  const bytes = await bytesOf(reply);
  expect(bytes).toHaveLength(SIZE);
  expect(bytes.toString("latin1", 0, 4)).toBe("RIFF");
});

test("HEAD tells the same and sends nothing", async () => {
  const head = await fetch(linkOf("job-2"), { method: "HEAD", headers: { range: "bytes=0-1" } });
  const whole = await fetch(linkOf("job-2"));
  const told = ({ headers }: Response) =>
    ["content-type", "content-length", "accept-ranges", "etag", "content-disposition"].map((name) =>
      headers.get(name),
    );
  expect(head.status).toBe(200);
  expect(told(head)).toEqual(told(whole));
  expect(await bytesOf(head)).toHaveLength(0);
  await whole.body?.cancel();
});

describe("a range", () => {
  test("is the slice of the whole", async () => {
    const whole = await bytesOf(await fetch(linkOf("job-2")));
    const reply = await fetchRange("bytes=41-100001");
    expect(reply.status).toBe(206);
    expect(reply.headers.get("content-range")).toBe(`bytes 41-100001/${SIZE}`);
    expect(reply.headers.get("content-length")).toBe("99961");
    expect((await bytesOf(reply)).equals(whole.subarray(41, 100_002))).toBe(true);
    const end = await fetchRange("bytes=-3");
    expect((await bytesOf(end)).equals(whole.subarray(-3))).toBe(true);
  });

  test("behind the end is refused, with the length", async () => {
    const reply = await fetchRange(`bytes=${SIZE}-`);
    expect(reply.headers.get("content-range")).toBe(`bytes */${SIZE}`);
    await expectRefused(reply, 416, "InvalidRange");
  });

  test("of what has changed since is answered with the whole", async () => {
    const { headers } = await fetchRange("bytes=0-0");
    const same = await fetchRange("bytes=0-9", { "if-range": headers.get("etag") ?? "" });
    expect([same.status, (await bytesOf(same)).length]).toEqual([206, 10]);
    const other = await fetchRange("bytes=0-9", { "if-range": '"0"' });
    expect([other.status, (await bytesOf(other)).length]).toEqual([200, SIZE]);
  });
});

describe("what is not one of our links", () => {
  test("or not any more, is forbidden", async () => {
    const link = linkOf("job-2");
    await expectRefused(await fetch(`${link}&x=1`), 403, "AccessDenied");
    await expectRefused(await fetch(link.replace(/\?.*/, "")), 403, "AccessDenied");
    const renamed = link.replace("job-2", "job-long");
    await expectRefused(await fetch(renamed), 403, "SignatureDoesNotMatch");
    const otherKey = link.replace("LTAItestkey", "LTAIother");
    await expectRefused(await fetch(otherKey), 403, "InvalidAccessKeyId");
    clock += 60_001;
    await expectRefused(await fetch(link), 403, "AccessDenied");
  });

  test("of a recording that is gone, or never was, is not found", async () => {
    await expectRefused(await fetch(linkOf("job-gone")), 404, "NoSuchKey");
    await expectRefused(await fetch(linkOf("job-late")), 404, "NoSuchKey");
    await expectRefused(await fetch(linkOf("job-2", "ccc-other")), 404, "NoSuchKey");
  });

  test("cannot be written to", async () => {
    const reply = await fetch(linkOf("job-2"), { method: "PUT", body: "x" });
    expect(reply.status).toBe(404);
  });
});

/** Reads some bytes of a recording of days, and hangs up. */
function readSome(link: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(link, (reply) => {
      reply.once("data", (piece: Buffer) => {
        reply.destroy();
        resolve(piece.length);
      });
    }).on("error", reject);
  });
}

test("listeners who hang up, and those who wait, hold nobody up", async () => {
  const waiting = await fetch(linkOf("job-long"));
  const read = await Promise.all(Array.from({ length: 20 }, () => readSome(linkOf("job-long"))));
  expect(read.every((bytes) => bytes > 0)).toBe(true);
  const { status } = await upstream.call({ PageNumber: "1", PageSize: "1" }, "ListInstances");
  expect(status).toBe(200);
  await waiting.body?.cancel();
});

test("a client that has the recording already is not sent it again", async () => {
  const link = linkOf("job-2");
  const tag = (await fetch(link, { method: "HEAD" })).headers.get("etag") ?? "";
  const reply = await fetch(link, { headers: { "if-none-match": tag } });
  expect([reply.status, await reply.text()]).toEqual([304, ""]);
  const other = await fetch(link, { headers: { "if-none-match": '"other"' } });
  expect([other.status, (await other.arrayBuffer()).byteLength]).toEqual([200, SIZE]);
});

test("a reader that does not read does not hold up the closing", async () => {
  const own = await startTestUpstream({ store, now: () => NOW });
  const { host } = new URL(own.url);
  const name = { instance: "ccc-test", contactId: "job-long" };
  const request = get(recordingUrl(host, name, NOW / 1000 + 60, TEST_KEY), { agent: false });
  const broken = new Promise((resolve) => request.on("error", resolve));
  const message = await new Promise<IncomingMessage>((resolve) => request.on("response", resolve));
  message.on("error", () => undefined);
  message.pause();
  await own.close();
  message.resume();
  const isCut = new Promise((resolve) => message.on("close", resolve));
  await Promise.race([broken, isCut]);
  expect(message.complete).toBe(false);
});

test.each(["a b", "evil.test/x?y=", "user@evil.test", "h".repeat(300), "[::1"])(
  "a link never leads to %j, whatever the client calls the server",
  async (host) => {
    const { url, headers } = upstream.sign(
      { InstanceId: "ccc-test", ContactId: "job-2" },
      { action: "GetMonoRecording", host, method: "GET" },
    );
    const answer = await new Promise<string>((resolve, reject) => {
      get(upstream.url + url, { headers: { ...headers, host } }, (message) => {
        let text = "";
        message.on("data", (chunk: Buffer) => (text += chunk.toString()));
        message.on("end", () => resolve(text));
      }).on("error", reject);
    });
    const { Data } = JSON.parse(answer);
    expect(new URL(Data.FileUrl).origin).toBe(upstream.url);
    expect((await fetch(Data.FileUrl)).status).toBe(200);
  },
);

import { readFileSync } from "node:fs";
import { get, type IncomingMessage } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CONTACT_DISPOSITIONS, CONTACT_TYPES } from "#contract/record/enums.ts";
import { createArrayStore } from "#upstream/store/array-store.kit.ts";
import type { RecordStore } from "#upstream/store/record-store.ts";
import { startTestUpstream, type TestUpstream } from "#upstream/upstream.kit.ts";
import { createFaults, type Faults } from "./create-faults.ts";
import { FAULTY_INSTANCES } from "./fault-list.ts";

/** Calls of every type, with recordings, of as many people as a page of five needs. */
const RECORDS = Array.from({ length: 120 }, (_unused, index) => ({
  contactId: `job-${index}`,
  instanceId: "ccc-test",
  contactType: CONTACT_TYPES[index % CONTACT_TYPES.length] ?? "Inbound",
  contactDisposition: "Success" as const,
  startTime: index + 1,
  talkTime: 1,
  recordingReady: true,
  agentIds: `agent${index % 6}@ccc-test`,
  agentNames: `Agent ${index % 6}`,
  skillGroupIds: `group${index % 6}@ccc-test`,
  skillGroupNames: `Group ${index % 6}`,
}));

let store: RecordStore;
let upstream: TestUpstream;
beforeAll(async () => {
  store = await createArrayStore(RECORDS, ["ccc-test", "ccc-other"]);
  upstream = await startTestUpstream({ store, faults: createFaults() });
});
afterAll(async () => {
  await upstream.close();
  await store.close();
});

const ofInstance = (InstanceId: string) => ({
  InstanceId,
  PageNumber: "1",
  PageSize: "100",
  StartTime: "0",
});
const list = (id: string) => upstream.call(ofInstance(id));
type Wire = Record<string, unknown>;

/** The reply as it comes over the line, whole or not. */
function fetchRaw(id: string, on = upstream): Promise<IncomingMessage> {
  const { url, headers } = on.sign(ofInstance(id), { method: "GET" });
  return new Promise((resolve, reject) => {
    get(on.url + url, { headers, agent: false }, resolve).on("error", reject);
  });
}

async function readText(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

const codeOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => "no error",
    (error: unknown) => (error instanceof Error && "code" in error ? error.code : error),
  );

test("the documentation names every fault, and no other", () => {
  const text = readFileSync(new URL("README.md", import.meta.url), "utf8");
  const named = [...text.matchAll(/`(ccc-fault-[\w-]+)` – /g)].map(([, id]) => id);
  expect(named.toSorted()).toEqual(FAULTY_INSTANCES.map(({ id }) => id).toSorted());
  expect(text.trim().split("\n").length).toBeLessThanOrEqual(10);
});

test("they are listed after the real instances, by page, each by a name of its own", async () => {
  const page = async (PageNumber: string, PageSize: string) =>
    (await upstream.call({ PageNumber, PageSize }, "ListInstances")).body.Data;
  const all = await page("1", "100");
  const ids = all.List.map(({ Id }: { Id: string }) => Id);
  expect(ids).toEqual(["ccc-test", "ccc-other", ...FAULTY_INSTANCES.map(({ id }) => id)]);
  expect(all.TotalCount).toBe(ids.length);
  expect((await page("2", "2")).List.map(({ Id }: { Id: string }) => Id)).toEqual(ids.slice(2, 4));
  expect(new Set(all.List.map(({ Name }: { Name: string }) => Name)).size).toBe(ids.length);
  expect(FAULTY_INSTANCES.every(({ name }) => name.includes("（演示故障："))).toBe(true);
});

test("without them their ids are unknown instances, and none is listed", async () => {
  const plain = await startTestUpstream({ store });
  for (const { id } of FAULTY_INSTANCES) {
    const { status, body } = await plain.call(ofInstance(id));
    expect([status, body.Code]).toEqual([404, "NotExists.InstanceId"]);
  }
  const { body } = await plain.call({ PageNumber: "1", PageSize: "100" }, "ListInstances");
  expect(body.Data.TotalCount).toBe(2);
  await plain.close();
});

test("real instances are answered as ever beside them", async () => {
  const { status, body } = await list("ccc-test");
  expect(status).toBe(200);
  expect(body.Data.TotalCount).toBe(RECORDS.length);
});

test.each(FAULTY_INSTANCES)(
  "$id lets the signature and the parameters be checked first",
  async ({ id }) => {
    const wrong = await upstream.call({ ...ofInstance(id), PageSize: "101" });
    expect([wrong.status, wrong.body.Code]).toEqual([400, "Parameter.Maximum"]);
    const credentials = { accessKeyId: "LTAItestkey", accessKeySecret: "guess" };
    const forged = await upstream.send(upstream.sign(ofInstance(id), { credentials }));
    expect(forged.body.Code).toBe("SignatureDoesNotMatch");
  },
);

describe("it refuses", () => {
  test("always with a flow control, and says how long to wait", async () => {
    for (let tries = 0; tries < 3; tries += 1) {
      const { status, headers, body } = await list("ccc-fault-throttled");
      expect([status, body.Code]).toEqual([429, "Throttling.User"]);
      expect(body.HostId).toBe(new URL(upstream.url).host);
      expect(headers.get("x-acs-retry-after")).toBe("1000");
    }
  });

  test("every second request, with the other status of a flow control", async () => {
    const replies = [];
    for (let tries = 0; tries < 4; tries += 1) replies.push(await list("ccc-fault-throttled-half"));
    expect(replies.map(({ status, body }) => [status, body.Code])).toEqual([
      [400, "Throttling.User"],
      [200, "OK"],
      [400, "Throttling.User"],
      [200, "OK"],
    ]);
  });

  test("as a service that fails", async () => {
    const { status, body } = await list("ccc-fault-500");
    expect(status).toBe(500);
    expect(body).toMatchObject({ Code: "InternalService.Common", HttpStatusCode: 500 });
  });

  test("as a gateway in front of nothing, in HTML", async () => {
    const message = await fetchRaw("ccc-fault-503");
    expect(message.statusCode).toBe(503);
    expect(message.headers["content-type"]).toMatch(/^text\/html/);
    expect(await readText(message)).toContain("503 Service Temporarily Unavailable");
  });

  test("the events of a call, and nothing else", async () => {
    const { status, body } = await list("ccc-fault-no-events");
    expect([status, body.Data.TotalCount]).toEqual([200, RECORDS.length]);
    const params = { InstanceId: "ccc-fault-no-events", ContactId: "job-1" };
    const events = await upstream.call(params, "GetCallDetailRecord");
    expect([events.status, events.body.Code]).toEqual([403, "NoPermission"]);
  });

  test("with a status of 200 and a code that is not OK", async () => {
    const { status, body } = await list("ccc-fault-not-ok");
    expect(status).toBe(200);
    expect(body).toMatchObject({ Code: "InternalService.Common", HttpStatusCode: 200 });
    expect(body).not.toHaveProperty("Data");
  });
});

describe("it keeps waiting", () => {
  test("some seconds, and then answers", async () => {
    const startedAt = performance.now();
    const { status, body } = await list("ccc-fault-slow");
    expect([status, body.Data.TotalCount]).toEqual([200, RECORDS.length]);
    expect(performance.now() - startedAt).toBeGreaterThan(2_900);
  });

  test("without end, until the client goes away; then there is nothing to finish", async () => {
    const real = createFaults();
    const answers: Promise<unknown>[] = [];
    const faults: Faults = {
      ...real,
      answer(...asked) {
        const answer = real.answer(...asked);
        answers.push(answer);
        return answer;
      },
    };
    const own = await startTestUpstream({ store, faults });
    const { url, headers } = own.sign(ofInstance("ccc-fault-hung"), { method: "GET" });
    const request = get(own.url + url, { headers, agent: false });
    const failed = codeOf(new Promise((_resolve, reject) => request.on("error", reject)));
    let isAnswered = false;
    request.on("response", () => (isAnswered = true));
    while (answers.length === 0) await sleep(20);
    await sleep(300);
    expect(isAnswered).toBe(false);
    request.destroy();
    expect(await failed).toBe("ECONNRESET");
    // None of them waits on, though the upstream goes on.
    expect(await Promise.all(answers)).toHaveLength(1);
    await own.close();
  });

  test("or until the upstream is closed", async () => {
    const own = await startTestUpstream({ store, faults: createFaults() });
    const asking = codeOf(fetchRaw("ccc-fault-hung", own));
    // Whether it is asked by then or refused, it ends.
    await sleep(300);
    await own.close();
    expect(await asking).toMatch(/^ECONN/);
  });
});

describe("it breaks the connection", () => {
  test("before the answer", async () => {
    expect(await codeOf(fetchRaw("ccc-fault-reset"))).toBe("ECONNRESET");
  });

  test("in the middle of the body", async () => {
    const message = await fetchRaw("ccc-fault-midway");
    expect(message.statusCode).toBe(200);
    let received = 0;
    message.on("data", (chunk: Buffer) => (received += chunk.length));
    expect(await codeOf(new Promise((_resolve, reject) => message.on("error", reject)))).toBe(
      "ECONNRESET",
    );
    expect(received).toBeGreaterThan(0);
    expect(received).toBeLessThan(Number(message.headers["content-length"]));
  });
});

describe("it answers", () => {
  test("with half a JSON text that looks whole to HTTP", async () => {
    const message = await fetchRaw("ccc-fault-truncated");
    const text = await readText(message);
    expect(message.statusCode).toBe(200);
    expect(message.complete).toBe(true);
    expect(message.headers["content-type"]).toMatch(/^application\/json/);
    expect(text).toMatch(/^\{"Code":"OK"/);
    expect(() => JSON.parse(text)).toThrow(SyntaxError);
  });

  test("without anything in its data", async () => {
    const { status, body } = await list("ccc-fault-no-data");
    expect([status, body.Code, body.Data]).toEqual([200, "OK", {}]);
  });

  test("with values that no page lists, in some of the records", async () => {
    const { List: records } = (await list("ccc-fault-unknown-values")).body.Data;
    const values = (field: string) => new Set(records.map((record: Wire) => record[field]));
    const known: readonly string[] = [...CONTACT_TYPES, ...CONTACT_DISPOSITIONS];
    expect(values("ContactType")).toContain("PRIVACY_DIAL");
    expect(values("ContactType")).toContain("Inbound");
    expect(values("ContactDisposition")).toContain("Success");
    const unknown = [...values("ContactType"), ...values("ContactDisposition")].filter(
      (value) => typeof value === "string" && !known.includes(value),
    );
    expect(unknown.toSorted()).toEqual(["AbandonedInCallback", "PRIVACY_DIAL", "VideoCall"]);
  });

  test("with fields that are missing, null, of another type or unknown", async () => {
    const records: Wire[] = (await list("ccc-fault-odd-fields")).body.Data.List;
    const types = (field: string) =>
      new Set(records.map((record) => (record[field] === null ? "null" : typeof record[field])));
    expect(types("TalkTime")).toEqual(new Set(["number", "string", "null", "undefined"]));
    expect(types("StartTime")).toEqual(new Set(["number", "string"]));
    expect(types("RecordingReady")).toEqual(new Set(["boolean", "null", "undefined"]));
    expect(types("Sentiment")).toEqual(new Set(["object", "undefined"]));
    expect(records.some(({ ContactType }) => ContactType === "")).toBe(true);
    expect(records.every(({ ContactId }) => /^job-\d+$/.test(String(ContactId)))).toBe(true);
  });

  test.each(["ccc-fault-unknown-values", "ccc-fault-odd-fields"])(
    "of %s the real instance's records under its own id, the same alone as in the list",
    async (id) => {
      const page = (await list(id)).body.Data;
      const real = (await list("ccc-test")).body.Data;
      const idsOf = (data: { List: Wire[] }) => data.List.map(({ ContactId }) => ContactId);
      expect(page.TotalCount).toBe(real.TotalCount);
      expect(idsOf(page)).toEqual(idsOf(real));
      expect(new Set(page.List.map(({ InstanceId }: Wire) => InstanceId))).toEqual(new Set([id]));
      for (const record of page.List.slice(0, 8)) {
        const alone = { ...ofInstance(id), ContactId: record.ContactId };
        expect((await upstream.call(alone)).body.Data.List).toEqual([record]);
      }
    },
  );
});

test("every operation of theirs is that of the real instance, with the same fault", async () => {
  const id = "ccc-fault-unknown-values";
  const { List: records } = (await list(id)).body.Data;
  const recorded = records.find((record: Wire) => record["RecordingReady"] === true);
  const ask = async (action: string, InstanceId: string, more: Record<string, string>) =>
    (await upstream.call({ InstanceId, ...more }, action)).body.Data;
  const ofCall = { ContactId: recorded.ContactId };
  const ofPage = { PageNumber: "1", PageSize: "5" };
  for (const action of ["ListSkillGroups", "ListUsers"]) {
    const real = await ask(action, "ccc-test", ofPage);
    const namesOf = (data: { List: Wire[] }) => data.List.map(({ DisplayName }) => DisplayName);
    expect(namesOf(real)).toHaveLength(5);
    expect(namesOf(await ask(action, id, ofPage))).toEqual(namesOf(real));
  }
  const found = await ask("GetCallDetailRecord", id, ofCall);
  expect(found).toMatchObject({ ContactId: recorded.ContactId, InstanceId: id });
  const { FileUrl: link } = await ask("GetMonoRecording", id, ofCall);
  expect((await fetch(link, { method: "HEAD" })).status).toBe(200);
  const { status } = await upstream.call(
    { InstanceId: "ccc-fault-500", ...ofCall },
    "GetCallDetailRecord",
  );
  expect(status).toBe(500);
});

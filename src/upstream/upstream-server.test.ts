import { connect } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { MINUTE_MS } from "#contract/time/durations.ts";
import { createArrayStore } from "./store/array-store.kit.ts";
import type { RecordStore } from "./store/record-store.ts";
import { createUpstreamServer } from "./upstream-server.ts";
import { startTestUpstream, TEST_KEY, type TestUpstream } from "./upstream.kit.ts";

const PARAMS = { InstanceId: "ccc-test", PageNumber: "1", PageSize: "10", StartTime: "0" };
const REQUEST_ID = /^[0-9A-F]{8}-([0-9A-F]{4}-){3}[0-9A-F]{12}$/;

let store: RecordStore;
let upstream: TestUpstream;
let clock: number;

beforeAll(async () => {
  store = await createArrayStore(
    [
      {
        contactId: "job-1",
        instanceId: "ccc-test",
        contactType: "Outbound",
        startTime: 1_532_448_000_000,
        callDuration: 30,
        recordingReady: false,
        satisfactionIndex: 0,
        agentIds: "a@ccc-test,b@ccc-test",
      },
    ],
    ["ccc-test", "ccc-other"],
  );
  upstream = await startTestUpstream({ store, now: () => clock });
});
beforeEach(() => {
  clock = Date.now();
});
afterAll(async () => {
  await upstream.close();
  await store.close();
});

describe("a reply", () => {
  test("has the provider's envelope, and only the fields that a record has", async () => {
    const { status, headers, body } = await upstream.call(PARAMS);
    expect(status).toBe(200);
    expect(headers.get("content-type")).toMatch(/^application\/json/);
    expect(body.RequestId).toMatch(REQUEST_ID);
    expect(headers.get("x-acs-request-id")).toBe(body.RequestId);
    expect(body).toEqual({
      Code: "OK",
      Message: "OK",
      RequestId: body.RequestId,
      HttpStatusCode: 200,
      Data: {
        PageNumber: 1,
        PageSize: 10,
        TotalCount: 1,
        List: [
          {
            ContactId: "job-1",
            InstanceId: "ccc-test",
            ContactType: "Outbound",
            StartTime: 1_532_448_000_000,
            CallDuration: "30",
            RecordingReady: false,
            SatisfactionIndex: 0,
            AgentIds: "a@ccc-test,b@ccc-test",
          },
        ],
      },
    });
  });

  test("lists instances by page", async () => {
    const page = async (PageNumber: string) =>
      (await upstream.call({ PageNumber, PageSize: "1" }, "ListInstances")).body.Data;
    expect(await page("1")).toEqual({
      PageNumber: 1,
      PageSize: 1,
      TotalCount: 2,
      List: [{ Id: "ccc-test", Name: "Name of ccc-test", Status: "Published" }],
    });
    expect((await page("2")).List[0].Id).toBe("ccc-other");
    expect((await page("3")).List).toEqual([]);
  });

  test("comes to GET as to POST", async () => {
    const signed = upstream.sign(PARAMS, { method: "GET" });
    expect((await upstream.send(signed, { method: "GET" })).status).toBe(200);
  });

  test("comes to many clients at once", async () => {
    const replies = await Promise.all(Array.from({ length: 64 }, () => upstream.call(PARAMS)));
    expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 200));
    expect(new Set(replies.map(({ body }) => body.RequestId)).size).toBe(64);
  });
});

describe("the service refuses", () => {
  test("a parameter in its own form", async () => {
    const { status, body } = await upstream.call({ ...PARAMS, PageNumber: "x" });
    expect(status).toBe(400);
    expect(body).toEqual({
      Code: "Parameter.Format",
      Message: "The format of parameter PageNumber is invalid. It must be an integer.",
      RequestId: body.RequestId,
      HttpStatusCode: 400,
    });
    expect(body.RequestId).toMatch(REQUEST_ID);
  });

  test("with nothing of its insides when it fails itself", async () => {
    const app = createUpstreamServer({
      store: {
        ...store,
        list: () => Promise.reject(new Error("Catalog Error: SELECT secret FROM records")),
      },
      accessKeys: [TEST_KEY],
      timeZone: "Asia/Shanghai",
    });
    const { url, headers } = upstream.sign(PARAMS);
    const reply = await app.inject({ method: "POST", url, headers });
    expect(reply.statusCode).toBe(500);
    expect(reply.json()).toEqual({
      Code: "InternalService.Common",
      Message: "An internal service error occurred.",
      RequestId: reply.headers["x-acs-request-id"],
      HttpStatusCode: 500,
    });
  });
});

describe("the gateway refuses", () => {
  const expectRefused = (
    { status, body }: Awaited<ReturnType<TestUpstream["call"]>>,
    code: string,
    expectedStatus = 400,
  ) => {
    expect(body).toMatchObject({ Code: code, HostId: new URL(upstream.url).host });
    expect(body.RequestId).toMatch(REQUEST_ID);
    expect(body.Recommend).toContain(code);
    expect(body).not.toHaveProperty("HttpStatusCode");
    expect(status).toBe(expectedStatus);
  };

  test("an unknown key", async () => {
    const credentials = { ...TEST_KEY, accessKeyId: "LTAIother" };
    const reply = await upstream.send(upstream.sign(PARAMS, { credentials }));
    expectRefused(reply, "InvalidAccessKeyId.NotFound", 404);
  });

  test("a wrong signature, and says what it signed itself", async () => {
    const credentials = { ...TEST_KEY, accessKeySecret: "guess" };
    const reply = await upstream.send(upstream.sign(PARAMS, { credentials }));
    expectRefused(reply, "SignatureDoesNotMatch");
    expect(reply.body.Message).toContain("ACS3-HMAC-SHA256");
    expect(JSON.stringify(reply.body)).not.toContain(TEST_KEY.accessKeySecret);
  });

  test("a request that was changed on its way", async () => {
    const signed = upstream.sign(PARAMS);
    const url = signed.url.replace("PageSize=10", "PageSize=99");
    expectRefused(await upstream.send({ ...signed, url }), "SignatureDoesNotMatch");
  });

  test("a body that is not the one that was signed", async () => {
    const signed = upstream.sign(PARAMS);
    expectRefused(await upstream.send(signed, { body: "x=1" }), "SignatureDoesNotMatch");
    const typed = upstream.sign(PARAMS, { headers: { "content-type": "text/plain" }, body: "a" });
    expectRefused(await upstream.send(typed, { body: "b" }), "SignatureDoesNotMatch");
  });

  test("the same request twice, and only after it was found genuine", async () => {
    const signed = upstream.sign(PARAMS);
    const forged = upstream.sign(PARAMS, {
      nonce: String(signed.headers["x-acs-signature-nonce"]),
      credentials: { ...TEST_KEY, accessKeySecret: "guess" },
    });
    expectRefused(await upstream.send(forged), "SignatureDoesNotMatch");
    expect((await upstream.send(signed)).status).toBe(200);
    expectRefused(await upstream.send(signed), "SignatureNonceUsed");
  });

  test("a clock that is off by more than fifteen minutes, either way", async () => {
    const at = (now: number) => upstream.send(upstream.sign(PARAMS, { now }));
    // The wire's date has no milliseconds.
    clock = Math.floor(clock / 1000) * 1000;
    expect((await at(clock - 15 * MINUTE_MS)).status).toBe(200);
    expect((await at(clock + 15 * MINUTE_MS)).status).toBe(200);
    expectRefused(await at(clock - 15 * MINUTE_MS - 1000), "InvalidTimeStamp.Expired");
    expectRefused(await at(clock + 15 * MINUTE_MS + 1000), "InvalidTimeStamp.Expired");
  });

  test("a replay for as long as its date holds", async () => {
    clock = Math.floor(clock / 1000) * 1000;
    const early = upstream.sign(PARAMS, { now: clock + 15 * MINUTE_MS });
    expect((await upstream.send(early)).status).toBe(200);
    clock += 30 * MINUTE_MS - 1;
    expectRefused(await upstream.send(early), "SignatureNonceUsed");
  });

  test("a header of its own that was not signed", async () => {
    const signed = upstream.sign(PARAMS);
    const headers = { ...signed.headers, "x-acs-extra": "1" };
    expectRefused(await upstream.send({ ...signed, headers }), "IncompleteSignature");
  });

  test.each(["authorization", "x-acs-signature-nonce", "x-acs-date", "x-acs-content-sha256"])(
    "a request without %s, naming it",
    async (name) => {
      const signed = upstream.sign(PARAMS);
      const { [name]: _left, ...headers } = signed.headers;
      const reply = await upstream.send({ ...signed, headers });
      expectRefused(reply, "MissingParameter");
      expect(reply.body.Message).toContain(name);
    },
  );

  test("an operation, an edition or a place that it does not have", async () => {
    expectRefused(await upstream.call(PARAMS, "DropEverything"), "InvalidAction.NotFound", 404);
    expectRefused(await upstream.call(PARAMS, "toString"), "InvalidAction.NotFound", 404);
    const old = upstream.sign(PARAMS, { version: "2017-07-05" });
    expectRefused(await upstream.send(old), "InvalidVersion");
    const elsewhere = upstream.sign(PARAMS, { path: "/api" });
    expectRefused(await upstream.send(elsewhere), "InvalidAction.NotFound", 404);
    const put = upstream.sign(PARAMS, { method: "PUT" });
    expectRefused(await upstream.send(put, { method: "PUT" }), "InvalidAction.NotFound", 404);
  });

  test("a token where the key has none", async () => {
    const credentials = { ...TEST_KEY, securityToken: "token" };
    const reply = await upstream.send(upstream.sign(PARAMS, { credentials }));
    expectRefused(reply, "InvalidSecurityToken.MismatchWithAccessKey");
  });

  test("parameters that are given twice or cannot be decoded", async () => {
    const signed = upstream.sign(PARAMS);
    for (const more of ["&PageSize=10", "&x=%zz", "&x=%ff"])
      expectRefused(await upstream.send({ ...signed, url: signed.url + more }), "InvalidParameter");
  });

  test("a body beyond any use", async () => {
    const body = "x".repeat(1024 * 1024 + 1);
    const reply = await upstream.send(upstream.sign(PARAMS, { body }), { body });
    expectRefused(reply, "RequestTooLarge", 413);
  });
});

/** Sends bytes as they are, and gives what comes back until the server hangs up. */
function sendRaw(bytes: string): Promise<string> {
  const { port } = new URL(upstream.url);
  return new Promise((resolve, reject) => {
    let answer = "";
    const socket = connect(Number(port), "127.0.0.1", () => socket.end(bytes));
    socket.on("data", (data) => (answer += data.toString()));
    socket.on("close", () => resolve(answer));
    socket.on("error", (error: NodeJS.ErrnoException) => {
      // A server that hangs up with some of it unread resets the connection, after its answer.
      if (error.code !== "ECONNRESET") reject(error);
    });
  });
}

test("what is not HTTP is turned away, and the next request is answered", async () => {
  expect(await sendRaw("\u0000\u0001 garbage\r\n\r\n")).toMatch(/^HTTP\/1\.1 400/);
  expect(await sendRaw("POST / HTTP/1.1\r\ncontent-length: 10\r\n\r\nabc")).toMatch(/400|^$/);
  expect(await sendRaw(`GET /?x=${"x".repeat(200_000)} HTTP/1.1\r\nhost: x\r\n\r\n`)).toMatch(
    /431|400/,
  );
  expect((await upstream.call(PARAMS)).status).toBe(200);
});

describe("what is too long", () => {
  test("is refused, and repeated in short", async () => {
    const long = "x".repeat(70_000);
    const refused = async (params: Record<string, string>) => {
      const body = JSON.stringify({ ...PARAMS, ...params });
      const headers = { "content-type": "application/json" };
      const signed = upstream.sign({}, { headers, body });
      const reply = await upstream.send(signed, { body });
      return [reply.status, reply.body.Code, String(reply.body.Message).length < 700];
    };
    expect(await refused({ AgentId: long })).toEqual([400, "Parameter.Format", true]);
    expect(await refused({ ContactId: long })).toEqual([400, "Parameter.Format", true]);
    expect(await refused({ InstanceId: long })).toEqual([400, "Parameter.Format", true]);
    expect(await refused({ InstanceId: "x".repeat(60_000) })).toEqual([
      404,
      "NotExists.InstanceId",
      true,
    ]);
    const many = Object.fromEntries(Array.from({ length: 1001 }, (_unused, n) => [`p${n}`, "1"]));
    expect(await refused(many)).toEqual([413, "RequestTooLarge", true]);
    const list = JSON.stringify(Array.from({ length: 501 }, (_unused, n) => `d${n}`));
    expect(await refused({ SatisfactionDescriptionList: list })).toEqual([
      400,
      "Parameter.Format",
      true,
    ]);
  });
});

test("an address that cannot be read is refused without repeating it", async () => {
  const reply = await fetch(`${upstream.url}/%zz?CallingNumber=0735398800`, { method: "POST" });
  const text = await reply.text();
  expect([reply.status, JSON.parse(text).Code]).toEqual([404, "InvalidAction.NotFound"]);
  expect(text).not.toMatch(/0735|%zz/);
});

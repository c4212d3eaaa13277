import { randomUUID } from "node:crypto";
import { request as httpRequest } from "node:http";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { MINUTE_MS } from "#contract/time/durations.ts";
import { API_VERSION } from "#contract/upstream/envelope.ts";
import { canonicalQuery } from "#signing/canonical-query.ts";
import { signRpcV1, type RpcV1Request } from "#signing/rpc-v1.ts";
import { createArrayStore } from "#upstream/store/array-store.kit.ts";
import type { RecordStore } from "#upstream/store/record-store.ts";
import {
  startTestUpstream,
  TEST_KEY,
  type TestReply,
  type TestUpstream,
} from "#upstream/upstream.kit.ts";

const PARAMS = { InstanceId: "ccc-test", PageNumber: "1", PageSize: "10", StartTime: "0" };
const FORM = { "content-type": "application/x-www-form-urlencoded" };
const REQUEST_ID = /^[0-9A-F]{8}-([0-9A-F]{4}-){3}[0-9A-F]{12}$/;

let store: RecordStore;
let upstream: TestUpstream;
let clock: number;

beforeAll(async () => {
  store = await createArrayStore([
    {
      contactId: "job-1",
      instanceId: "ccc-test",
      contactType: "Outbound",
      startTime: 1_532_448_000_000,
      callingNumber: "15400000001",
    },
  ]);
  upstream = await startTestUpstream({ store, now: () => clock });
});
beforeEach(() => {
  clock = Date.now();
});
afterAll(async () => {
  await upstream.close();
  await store.close();
});

function sign(changes: Partial<RpcV1Request> = {}): Record<string, string> {
  return signRpcV1({
    method: "POST",
    parameters: PARAMS,
    action: "ListCallDetailRecords",
    version: API_VERSION,
    credentials: TEST_KEY,
    now: clock,
    nonce: randomUUID(),
    ...changes,
  });
}

async function send(url: string, init: RequestInit): Promise<TestReply> {
  const reply = await fetch(upstream.url + url, init);
  return { status: reply.status, headers: reply.headers, body: await reply.json() };
}

const post = (signed: Readonly<Record<string, string>>, more = "") =>
  send("/", { method: "POST", headers: FORM, body: canonicalQuery(signed) + more });
const get = (signed: Readonly<Record<string, string>>) =>
  send(`/?${canonicalQuery(signed)}`, { method: "GET" });

test("a POST form and a GET query are answered, and as ACS3 is", async () => {
  const { body } = await upstream.call(PARAMS);
  expect(body.Data.TotalCount).toBe(1);
  expect(await post(sign())).toMatchObject({ status: 200, body: { Data: body.Data } });
  expect(await get(sign({ method: "GET" }))).toMatchObject({
    status: 200,
    body: { Data: body.Data },
  });
});

test("a refusal by the service has the service's form", async () => {
  const { status, body } = await post(sign({ parameters: { ...PARAMS, PageNumber: "x" } }));
  expect(status).toBe(400);
  expect(body).toMatchObject({ Code: "Parameter.Format", HttpStatusCode: 400 });
});

describe("the gateway refuses", () => {
  const expectRefused = (reply: TestReply, code: string, expectedStatus = 400) => {
    expect(reply.body).toMatchObject({ Code: code, HostId: new URL(upstream.url).host });
    expect(reply.body.RequestId).toMatch(REQUEST_ID);
    expect(reply.body.Recommend).toContain(code);
    expect(reply.body).not.toHaveProperty("HttpStatusCode");
    expect(reply.status).toBe(expectedStatus);
  };

  test("a request without any signature, naming the key that it lacks", async () => {
    for (const reply of [await get(PARAMS), await post(PARAMS)]) {
      expectRefused(reply, "MissingParameter");
      expect(reply.body.Message).toContain('"AccessKeyId"');
    }
  });

  test("an unknown key", async () => {
    const credentials = { ...TEST_KEY, accessKeyId: "LTAIother" };
    expectRefused(await post(sign({ credentials })), "InvalidAccessKeyId.NotFound", 404);
  });

  test("a wrong signature, and repeats neither parameters nor secret", async () => {
    const credentials = { ...TEST_KEY, accessKeySecret: "guess" };
    const parameters = { ...PARAMS, CallingNumber: "15400000001" };
    const reply = await post(sign({ credentials, parameters }));
    expectRefused(reply, "SignatureDoesNotMatch");
    expect(JSON.stringify(reply.body)).not.toMatch(/154|ccc-test|test-secret/);
  });

  test("a request that was changed on its way", async () => {
    expectRefused(await post({ ...sign(), PageSize: "99" }), "SignatureDoesNotMatch");
    expectRefused(await post(sign(), "&Extra=1"), "SignatureDoesNotMatch");
    expectRefused(await get(sign({ method: "POST" })), "SignatureDoesNotMatch");
  });

  test("the same request twice, also by the other signature, and only after it was genuine", async () => {
    const nonce = randomUUID();
    const signed = sign({ nonce });
    const credentials = { ...TEST_KEY, accessKeySecret: "guess" };
    expectRefused(await post(sign({ nonce, credentials })), "SignatureDoesNotMatch");
    expect((await post(signed)).status).toBe(200);
    expectRefused(await post(signed), "SignatureNonceUsed");
    expectRefused(await upstream.send(upstream.sign(PARAMS, { nonce })), "SignatureNonceUsed");
  });

  test("a clock that is off by more than fifteen minutes, either way", async () => {
    // The wire's date has no milliseconds.
    clock = Math.floor(clock / 1000) * 1000;
    const at = (now: number) => post(sign({ now }));
    expect((await at(clock - 15 * MINUTE_MS)).status).toBe(200);
    expect((await at(clock + 15 * MINUTE_MS)).status).toBe(200);
    expectRefused(await at(clock - 15 * MINUTE_MS - 1000), "InvalidTimeStamp.Expired");
    expectRefused(await at(clock + 15 * MINUTE_MS + 1000), "InvalidTimeStamp.Expired");
    expectRefused(await post({ ...sign(), Timestamp: "now" }), "InvalidTimeStamp.Format");
  });

  test("a body that the signature does not cover", async () => {
    const url = `/?${canonicalQuery(sign())}`;
    const init = { method: "POST", headers: { "content-type": "application/json" }, body: "{}" };
    const reply = await send(url, init);
    expectRefused(reply, "InvalidParameter");
    expect(reply.body.Message).toContain("body");
  });

  test("another signature method or version, and another format", async () => {
    const signed = sign();
    const withMethod = { ...signed, SignatureMethod: "HMAC-SHA256" };
    expectRefused(await post(withMethod), "InvalidSignatureMethod");
    expectRefused(await post({ ...signed, SignatureVersion: "2.0" }), "InvalidSignatureVersion");
    const inXml = upstream.sign({ ...PARAMS, Format: "XML" });
    expectRefused(await upstream.send(inXml), "InvalidParameter.Format");
  });

  test.each(["Signature", "SignatureNonce", "Timestamp", "Action", "Version"])(
    "a request without %s, naming it",
    async (name) => {
      const { [name]: _left, ...others } = sign();
      const reply = await post(others);
      expectRefused(reply, "MissingParameter");
      expect(reply.body.Message).toContain(`"${name}"`);
    },
  );

  test("an operation, an edition or a place that it does not have", async () => {
    expectRefused(await post(sign({ action: "DropEverything" })), "InvalidAction.NotFound", 404);
    expectRefused(await post(sign({ action: "toString" })), "InvalidAction.NotFound", 404);
    expectRefused(await post(sign({ version: "2017-07-05" })), "InvalidVersion");
    const elsewhere = await send(`/api?${canonicalQuery(sign())}`, { method: "POST" });
    expectRefused(elsewhere, "InvalidAction.NotFound", 404);
  });

  test("a token where the key has none", async () => {
    const credentials = { ...TEST_KEY, securityToken: "token" };
    expectRefused(await post(sign({ credentials })), "InvalidSecurityToken.MismatchWithAccessKey");
  });

  test("parameters that are given twice, differ, or cannot be decoded", async () => {
    for (const more of ["&PageSize=10", "&x=%zz", "&x=%ff", "&"])
      expectRefused(await post(sign(), more), "InvalidParameter");
    const conflicting = await send("/?PageSize=99", {
      method: "POST",
      headers: FORM,
      body: canonicalQuery(sign()),
    });
    expectRefused(conflicting, "InvalidParameter");
    expect(conflicting.body.Message).toContain("PageSize");
  });

  test("a body beyond any use", async () => {
    const reply = await post(sign(), `&x=${"x".repeat(1024 * 1024)}`);
    expectRefused(reply, "RequestTooLarge", 413);
  });
});

test("the body of a GET is read, where a client sends one", async () => {
  const headers = { "content-type": "application/json" };
  const body = JSON.stringify(PARAMS);
  const signed = upstream.sign({}, { method: "GET", headers, body });
  const answer = await new Promise<string>((resolve, reject) => {
    const options = {
      method: "GET",
      headers: { ...signed.headers, "content-length": body.length },
    };
    httpRequest(upstream.url, options, (reply) => text(reply).then(resolve, reject))
      .on("error", reject)
      .end(body);
  });
  expect(JSON.parse(answer)).toMatchObject({ Code: "OK", Data: { TotalCount: 1 } });
});

test("a body with lone surrogates and zeros is answered like any other", async () => {
  const headers = { "content-type": "application/json" };
  const body = JSON.stringify({ ...PARAMS, CallingNumber: "\uD800\u0000", AgentId: "\uDFFF" });
  const signed = upstream.sign({}, { headers, body });
  const reply = await upstream.send(signed, { body });
  expect(reply).toMatchObject({ status: 200, body: { Data: { TotalCount: 0 } } });
});

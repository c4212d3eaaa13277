// The provider's own generic clients, as its users have them, against ours.

import OpenApiClient, { $OpenApiUtil } from "@alicloud/openapi-core";
import PopClient from "@alicloud/pop-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { API_VERSION } from "#contract/upstream/envelope.ts";
import { createArrayStore } from "#upstream/store/array-store.kit.ts";
import type { RecordStore } from "#upstream/store/record-store.ts";
import type { AccessKey } from "#upstream/upstream-server.ts";
import { startTestUpstream, TEST_KEY, type TestUpstream } from "#upstream/upstream.kit.ts";

const ACTION = "ListCallDetailRecords";
const TIMEOUT_MS = 50_000;
const STS_KEY = {
  accessKeyId: "STS.testkey",
  accessKeySecret: "test-sts-secret",
  securityToken: "CAIS/test+token with=signs",
};
/** Every character that encoders treat differently, in a value that some record has. */
const WORD = "满 意*'()!~+%&=/";
const PARAMS = {
  InstanceId: "ccc-test",
  PageNumber: "1",
  PageSize: "10",
  StartTime: "0",
  ContactTypeList: '["Outbound","Inbound"]',
  SatisfactionDescriptionList: JSON.stringify([WORD]),
  Criteria: '{"phoneNumber":"15400000"}',
  AgentId: "",
};

const RECORDS = Array.from({ length: 60 }, (_, i) => ({
  contactId: `job-${i}`,
  instanceId: "ccc-test",
  contactType: ["Outbound", "Inbound", "Internal"][i % 3] ?? "",
  startTime: 1_532_448_000_000 + i,
  callingNumber: i % 2 === 0 ? "15400000001" : "15411110001",
  satisfactionDescription: i % 5 === 0 ? "一般" : WORD,
}));

let store: RecordStore;
let upstream: TestUpstream;

beforeAll(async () => {
  store = await createArrayStore(RECORDS);
  upstream = await startTestUpstream({ store, accessKeys: [TEST_KEY, STS_KEY] });
});
afterAll(async () => {
  await upstream.close();
  await store.close();
});

interface Call {
  readonly key?: AccessKey;
  readonly params?: Readonly<Record<string, string>>;
  readonly nonce?: string;
  readonly action?: string;
}
type Send = (call: Call) => Promise<{ readonly Code?: unknown; readonly Data?: unknown }>;

function openApi(
  method: "GET" | "POST",
  signatureAlgorithm: "ACS3-HMAC-SHA256" | "v2",
  place: "query" | "json" | "formData",
): Send {
  return async ({ key = TEST_KEY, params = PARAMS, nonce, action = ACTION }) => {
    const client = new OpenApiClient(
      new $OpenApiUtil.Config({
        ...key,
        endpoint: new URL(upstream.url).host,
        protocol: "HTTP",
        readTimeout: TIMEOUT_MS,
        connectTimeout: TIMEOUT_MS,
        signatureAlgorithm,
      }),
    );
    const { InstanceId, ...others } = params;
    const isAcs3 = signatureAlgorithm !== "v2";
    const reply = await client.callApi(
      new $OpenApiUtil.Params({
        action,
        version: API_VERSION,
        protocol: "HTTP",
        pathname: "/",
        method,
        authType: "AK",
        style: "RPC",
        reqBodyType: place === "json" ? "json" : "formData",
        bodyType: "json",
      }),
      new $OpenApiUtil.OpenApiRequest({
        query: {
          ...(place === "query" ? params : { InstanceId }),
          ...(!isAcs3 && nonce !== undefined && { SignatureNonce: nonce }),
        },
        ...(place !== "query" && { body: place === "json" ? numbered(others) : others }),
        ...(isAcs3 && nonce !== undefined && { headers: { "x-acs-signature-nonce": nonce } }),
      }),
      // The class is of a package that we do not have; it only has options, all of them optional.
      {} as Parameters<OpenApiClient["callApi"]>[2],
    );
    return reply["body"];
  };
}

/** In JSON a number may be a number. */
function numbered(params: Readonly<Record<string, string>>) {
  return Object.fromEntries(
    Object.entries(params).map(([name, text]) => [name, /^\d+$/.test(text) ? Number(text) : text]),
  );
}

function pop(method: "GET" | "POST"): Send {
  return ({ key = TEST_KEY, params = PARAMS, nonce, action = ACTION }) => {
    const { securityToken, ...pair }: AccessKey = key;
    const client = new PopClient({
      ...pair,
      ...(securityToken !== undefined && { securityToken }),
      endpoint: upstream.url,
      apiVersion: API_VERSION,
    });
    const sent = { ...params, ...(nonce !== undefined && { SignatureNonce: nonce }) };
    return client.request(action, sent, { method, formatParams: false, timeout: TIMEOUT_MS });
  };
}

// A GET with a body is not among them: this client hashes one, and then sends it without a length.
const CLIENTS: readonly (readonly [string, Send])[] = [
  ["openapi-core, ACS3, POST, query", openApi("POST", "ACS3-HMAC-SHA256", "query")],
  ["openapi-core, ACS3, GET, query", openApi("GET", "ACS3-HMAC-SHA256", "query")],
  ["openapi-core, ACS3, POST, JSON", openApi("POST", "ACS3-HMAC-SHA256", "json")],
  ["openapi-core, ACS3, POST, form", openApi("POST", "ACS3-HMAC-SHA256", "formData")],
  ["openapi-core, RPC V1, POST, query", openApi("POST", "v2", "query")],
  ["openapi-core, RPC V1, GET, query", openApi("GET", "v2", "query")],
  ["openapi-core, RPC V1, POST, query and form", openApi("POST", "v2", "formData")],
  ["pop-core, RPC V1, POST, form", pop("POST")],
  ["pop-core, RPC V1, GET, query", pop("GET")],
];

test("our own client gets the records that the parameters ask for, more than a page", async () => {
  const { body } = await upstream.call(PARAMS);
  const wanted = RECORDS.filter(
    ({ contactType, callingNumber, satisfactionDescription }) =>
      contactType !== "Internal" &&
      callingNumber.includes("15400000") &&
      satisfactionDescription === WORD,
  );
  expect(body.Data).toMatchObject({ TotalCount: wanted.length });
  expect(body.Data.List).toHaveLength(10);
});

describe.each(CLIENTS)("%s:", (_name, send) => {
  test("gets the list that our own client gets", async () => {
    const { body } = await upstream.call(PARAMS);
    expect(await send({})).toMatchObject({ Code: "OK", Data: body.Data });
  });

  test("gets it with temporary credentials too", async () => {
    const { body } = await upstream.call(PARAMS);
    expect(await send({ key: STS_KEY })).toMatchObject({ Code: "OK", Data: body.Data });
  });

  test("throws its own error, with the code, for what is refused", async () => {
    const refusals: readonly (readonly [string, Call])[] = [
      ["SignatureDoesNotMatch", { key: { ...TEST_KEY, accessKeySecret: "guess" } }],
      ["InvalidAccessKeyId.NotFound", { key: { ...TEST_KEY, accessKeyId: "LTAIother" } }],
      [
        "InvalidSecurityToken.MismatchWithAccessKey",
        { key: { ...STS_KEY, securityToken: "other" } },
      ],
      ["InvalidAction.NotFound", { action: "DropEverything" }],
      ["Parameter.Format", { params: { ...PARAMS, PageNumber: "x" } }],
    ];
    for (const [code, call] of refusals)
      await expect(send(call)).rejects.toMatchObject({ code, message: expect.any(String) });
  });

  test("is refused a request that it sends twice", async () => {
    const nonce = crypto.randomUUID();
    expect(await send({ nonce })).toMatchObject({ Code: "OK" });
    await expect(send({ nonce })).rejects.toMatchObject({ code: "SignatureNonceUsed" });
  });
});

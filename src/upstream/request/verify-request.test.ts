import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { API_VERSION } from "#contract/upstream/envelope.ts";
import { signAcs3 } from "#signing/acs3.ts";
import { canonicalQuery } from "#signing/canonical-query.ts";
import { createNonceStore } from "#signing/nonce-store.ts";
import type { ReceivedRequest } from "#signing/received-request.ts";
import { signature, signRpcV1, stringToSign } from "#signing/rpc-v1.ts";
import { verifyRequest, type VerifiedRequest } from "./verify-request.ts";
import { WireError } from "./wire-error.ts";

const NOW = Date.UTC(2026, 10, 22, 6, 2, 7);
const credentials = { accessKeyId: "id", accessKeySecret: "secret" };
const FORM_TYPE = "application/x-www-form-urlencoded";
const JSON_TYPE = "application/json; charset=utf-8";

type Parameters = Readonly<Record<string, string>>;
interface Sent {
  readonly method?: string;
  readonly query?: Parameters;
  readonly body?: string;
  readonly type?: string;
  readonly nonce?: string;
}

const server = {
  now: NOW,
  findSecret: (id: string) => (id === credentials.accessKeyId ? credentials : undefined),
};
const shared = {
  action: "ListCallDetailRecords",
  version: API_VERSION,
  credentials,
  now: NOW,
  nonce: "nonce-1",
};

function acs3(sent: Sent): ReceivedRequest {
  const { method = "POST", query = {}, body = "", type, nonce = shared.nonce } = sent;
  const typed = type === undefined ? {} : { "content-type": type };
  const signed = signAcs3({
    ...shared,
    method,
    host: "127.0.0.1",
    query,
    headers: typed,
    body,
    nonce,
  });
  return { method, rawUrl: signed.url, headers: signed.headers, body, ...server };
}

const rpcV1Headers = { "x-acs-action": shared.action, "x-acs-version": shared.version };

const rpcRequest = { ...shared, method: "POST" };

/** All the parameters of an RPC V1 request, the signature among them. */
function sentByRpcV1(sent: Parameters): ReceivedRequest {
  return {
    method: "POST",
    rawUrl: "/",
    headers: { ...rpcV1Headers, "content-type": FORM_TYPE },
    body: canonicalQuery(sent),
    ...server,
  };
}

const signedByRpcV1 = (parameters: Parameters) => signRpcV1({ ...rpcRequest, parameters });
const rpcV1 = (parameters: Parameters) => sentByRpcV1(signedByRpcV1(parameters));

const freshNonces = () => createNonceStore({ ttlMs: 60_000, now: () => NOW });

function verify(request: ReceivedRequest): VerifiedRequest {
  return verifyRequest(request, freshNonces());
}

function refusal(request: ReceivedRequest): WireError | undefined {
  try {
    verify(request);
    return undefined;
  } catch (error) {
    if (error instanceof WireError) return error;
    throw error;
  }
}

const PARAMETERS: Parameters = {
  InstanceId: "ccc-test",
  Criteria: '{"phoneNumber":"0735"}',
  Words: "",
};

test("an operation is handed its own parameters alone, whatever the signature", () => {
  const expected = { accessKeyId: "id", action: shared.action, parameters: PARAMETERS };
  expect(verify(acs3({ query: PARAMETERS }))).toEqual(expected);
  expect(verify(rpcV1(PARAMETERS))).toEqual(expected);
  const envelope = {
    Action: "Other",
    Version: "1",
    Format: "json",
    SignatureType: "",
    Timestamp: "x",
  };
  expect(verify(acs3({ query: { ...PARAMETERS, ...envelope } }))).toEqual(expected);
});

test("with ACS3 parameters may be in a form or in JSON, and partly in the query", () => {
  const { InstanceId = "", ...others } = PARAMETERS;
  const bodies = [
    { body: canonicalQuery(others), type: FORM_TYPE },
    { body: JSON.stringify(others), type: JSON_TYPE },
  ];
  for (const sent of bodies)
    for (const method of ["GET", "POST"])
      expect(verify(acs3({ ...sent, method, query: { InstanceId } })).parameters).toEqual(
        PARAMETERS,
      );
});

test("what query and body both have must be the same there", () => {
  const sent = { body: '{"PageNumber":1}', type: JSON_TYPE };
  expect(verify(acs3({ ...sent, query: { PageNumber: "1" } })).parameters).toEqual({
    PageNumber: "1",
  });
  expect(refusal(acs3({ ...sent, query: { PageNumber: "2" } }))).toMatchObject({
    status: 400,
    code: "InvalidParameter",
    message: expect.stringContaining("PageNumber"),
  });
});

test("a body that cannot be read is refused by its name, and an empty one is none", () => {
  const bodies: readonly (readonly [string | undefined, string])[] = [
    [JSON_TYPE, '{"a":'],
    [JSON_TYPE, "[1]"],
    [FORM_TYPE, "a=%zz"],
    [FORM_TYPE, "a=1&a=1"],
    ["text/plain", "a=1"],
    ["application/octet-stream", "a"],
    [undefined, "a=1"],
  ];
  for (const [type, body] of bodies)
    expect(refusal(acs3({ body, ...(type !== undefined && { type }) }))).toMatchObject({
      status: 400,
      code: "InvalidParameter",
      message: expect.stringContaining("body"),
    });
  expect(verify(acs3({ type: JSON_TYPE, query: PARAMETERS })).parameters).toEqual(PARAMETERS);
});

test("a body is not read by a content type that the signature does not cover", () => {
  const request = acs3({ body: '{"a":1}' });
  const headers = { ...request.headers, "content-type": JSON_TYPE };
  expect(refusal({ ...request, headers })?.message).toContain("body");
});

test("a body is not even looked into before the signature is found good", () => {
  const request = acs3({ body: "{", type: JSON_TYPE });
  const findSecret = () => ({ accessKeySecret: "other" });
  expect(refusal({ ...request, findSecret })?.code).toBe("SignatureDoesNotMatch");
});

test("where the provider would answer in XML it is refused, not answered in JSON", () => {
  const asking = (format: Parameters) => {
    const { Format: _left, Signature: _too, ...others } = signedByRpcV1({});
    const signed = { ...others, ...format };
    const toSign = stringToSign("POST", canonicalQuery(signed));
    return sentByRpcV1({ ...signed, Signature: signature(credentials.accessKeySecret, toSign) });
  };
  expect(verify(asking({ Format: "json" })).parameters).toEqual({});
  // RPC V1 without the parameter means XML.
  const inXml = [acs3({ query: { Format: "XML" } }), asking({ Format: "XML" }), asking({})];
  for (const request of inXml)
    expect(refusal(request)).toMatchObject({ status: 400, code: "InvalidParameter.Format" });
});

test("a request without any signature lacks its key", () => {
  const bare = { method: "GET", rawUrl: "/?InstanceId=ccc-test", headers: {}, body: "", ...server };
  const withNames = { ...bare, headers: rpcV1Headers };
  const withBody = { ...bare, method: "POST", headers: { "content-type": JSON_TYPE }, body: "{}" };
  for (const request of [bare, withNames, withBody])
    expect(refusal(request)).toMatchObject({
      status: 400,
      code: "MissingParameter",
      message: expect.stringContaining('"AccessKeyId"'),
    });
});

test("a nonce is spent for both signatures", () => {
  const nonces = freshNonces();
  verifyRequest(acs3({}), nonces);
  expect(() => verifyRequest(rpcV1({}), nonces)).toThrow(/nonce was used/);
});

test("a refusal of RPC V1 does not repeat the parameters, which its string to sign would", () => {
  const signed = signedByRpcV1({ CallingNumber: "15400000001" });
  const error = refusal(sentByRpcV1({ ...signed, Signature: "x" }));
  expect(error?.code).toBe("SignatureDoesNotMatch");
  expect(error?.message).not.toContain("154");
});

const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.constantFrom("*", "'", "(", ")", "!", "~", " ", "+", "%", "&", "=", "满") }),
);
const anyParameters = fc.dictionary(fc.string({ unit: "binary", minLength: 1 }), anyText);
/** How a client sends its parameters, and what arrives when some are changed on the way. */
const CARRIERS: Readonly<
  Record<string, (signed: Parameters, changes?: Parameters) => ReceivedRequest>
> = {
  "ACS3, query": (query, changes) => ({
    ...acs3({ query }),
    rawUrl: `/?${canonicalQuery({ ...query, ...changes })}`,
  }),
  "ACS3, form": (signed, changes) => ({
    ...acs3({ body: canonicalQuery(signed), type: FORM_TYPE }),
    body: canonicalQuery({ ...signed, ...changes }),
  }),
  "ACS3, JSON": (signed, changes) => ({
    ...acs3({ body: JSON.stringify(signed), type: JSON_TYPE }),
    body: JSON.stringify({ ...signed, ...changes }),
  }),
  "RPC V1, form": (signed, changes) => sentByRpcV1({ ...signedByRpcV1(signed), ...changes }),
};

describe.each(Object.entries(CARRIERS))("%s:", (_name, carry) => {
  test("any parameters come as they were signed", () => {
    fc.assert(
      fc.property(anyParameters, (parameters) => {
        const read = verify(carry(parameters)).parameters;
        expect(new Map(Object.entries(read))).toEqual(new Map(Object.entries(parameters)));
      }),
    );
  });

  test("one parameter changed on its way is refused", () => {
    fc.assert(
      fc.property(anyParameters, anyText, anyText, (parameters, value, other) => {
        fc.pre(value !== other);
        const spoiled = carry({ ...parameters, Key: value }, { Key: other });
        expect(refusal(spoiled)?.code).toBe("SignatureDoesNotMatch");
      }),
    );
  });
});

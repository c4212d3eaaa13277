// Long, for every refusal has its test, and all of them spoil the same good request.

import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalQuery } from "./canonical-query.ts";
import type { ReceivedRequest } from "./received-request.ts";
import vectors from "./rpc-v1-vectors.json";
import { signRpcV1, type RpcV1Request } from "./rpc-v1.ts";
import { RPC_V1_REFUSALS, verifyRpcV1 } from "./verify-rpc-v1.ts";

const NOW = Date.UTC(2026, 10, 22, 6, 2, 7);
const MINUTE_MS = 60_000;
const FORM = { "content-type": "application/x-www-form-urlencoded" };

const plain: RpcV1Request = {
  method: "POST",
  parameters: { InstanceId: "ccc-test", PageNumber: "1", Criteria: '{"phoneNumber":"0735"}' },
  action: "ListCallDetailRecords",
  version: "2020-07-01",
  credentials: { accessKeyId: "id", accessKeySecret: "secret" },
  now: NOW,
  nonce: "nonce-1",
};
const temporary: RpcV1Request = {
  ...plain,
  credentials: { ...plain.credentials, securityToken: "token" },
};

/** Where the parameters travel: all in the query, all in a form, or every other one in each. */
const CARRIERS = ["query", "form", "both"] as const;
type Carrier = (typeof CARRIERS)[number];

function carry(parameters: Readonly<Record<string, string>>, carrier: Carrier) {
  const entries = Object.entries(parameters);
  const isInQuery = (i: number) => carrier === "query" || (carrier === "both" && i % 2 === 0);
  const query = canonicalQuery(Object.fromEntries(entries.filter((_, i) => isInQuery(i))));
  const form = canonicalQuery(Object.fromEntries(entries.filter((_, i) => !isInQuery(i))));
  return { rawUrl: `/?${query}`, headers: carrier === "query" ? {} : FORM, body: form };
}

/** Signed parameters as the server receives them, to be spoiled by `changes`. */
function arrived(
  parameters: Readonly<Record<string, string>>,
  request: RpcV1Request = plain,
  carrier: Carrier = "form",
  changes: Partial<ReceivedRequest> = {},
): ReceivedRequest {
  return {
    method: request.method,
    ...carry(parameters, carrier),
    now: NOW,
    findSecret: (id) => (id === request.credentials.accessKeyId ? request.credentials : undefined),
    ...changes,
  };
}

function received(request: RpcV1Request, changes: Partial<ReceivedRequest> = {}): ReceivedRequest {
  return arrived(signRpcV1(request), request, "form", changes);
}

function refusal(request: ReceivedRequest): string {
  const result = verifyRpcV1(request);
  return result.ok ? "accepted" : result.code;
}

for (const vector of vectors) {
  const { wire, accessKeyId, accessKeySecret } = vector;
  const { Signature: _left, ...signed } = Object.fromEntries([
    ...new URL(wire.rawUrl, "http://127.0.0.1").searchParams,
    ...new URLSearchParams(wire.body),
  ]);
  const request: ReceivedRequest = {
    ...wire,
    now: new Date(String(signed["Timestamp"])),
    findSecret: () => ({ accessKeySecret, securityToken: vector.securityToken ?? undefined }),
  };

  test(`${vector.name}: the official client's request is accepted and read`, () => {
    expect(verifyRpcV1(request)).toEqual({
      ok: true,
      accessKeyId,
      action: signed["Action"],
      version: signed["Version"],
      nonce: signed["SignatureNonce"],
      date: request.now,
      parameters: signed,
    });
    expect(signed).toMatchObject(vector.params);
  });

  test(`${vector.name}: with another secret it is refused, and its parameters are not told`, () => {
    const { securityToken } = vector;
    const findSecret = () => ({ accessKeySecret: "x", securityToken: securityToken ?? undefined });
    expect(verifyRpcV1({ ...request, findSecret })).toEqual({
      ok: false,
      code: "signature_mismatch",
    });
  });
}

test("the parameters may travel in the query, in a form, or in both", () => {
  for (const carrier of CARRIERS)
    expect(refusal(arrived(signRpcV1(plain), plain, carrier)), carrier).toBe("accepted");
});

test("a parameter that is in query and form counts once, if it is the same in both", () => {
  const good = received(plain);
  expect(refusal({ ...good, rawUrl: "/?PageNumber=1" })).toBe("accepted");
  expect(verifyRpcV1({ ...good, rawUrl: "/?PageNumber=2" })).toEqual({
    ok: false,
    code: "conflicting_key",
    name: "PageNumber",
  });
});

test("a parameter given twice in one place is refused though each alone would pass", () => {
  const good = received(plain);
  expect(refusal({ ...good, body: `${String(good.body)}&PageNumber=1` })).toBe(
    "duplicate_form_key",
  );
  expect(refusal({ ...good, rawUrl: "/?PageNumber=1&PageNumber=1" })).toBe("duplicate_query_key");
});

test("the body may be bytes, and its type have a charset", () => {
  const good = received(plain);
  const headers = { "Content-Type": "Application/X-WWW-Form-Urlencoded; charset=UTF-8" };
  const body = new TextEncoder().encode(String(good.body));
  expect(refusal({ ...good, headers, body })).toBe("accepted");
});

test("malformed escapes, empty pairs and broken UTF-8 are refused", () => {
  const good = received(plain);
  expect(refusal({ ...good, rawUrl: "/?a=%E6%BB" })).toBe("malformed_query");
  for (const body of ["a=%zz", "a=1&&b=2", new Uint8Array([0x61, 0x3d, 0xff])])
    expect(refusal({ ...good, body })).toBe("malformed_form");
});

test("a body that is no form is refused, for the signature does not cover it", () => {
  const inQuery = arrived(signRpcV1(plain), plain, "query");
  for (const headers of [{}, { "content-type": "application/json" }])
    expect(refusal({ ...inQuery, headers, body: '{"PageNumber":2}' })).toBe("body_not_signed");
  expect(refusal({ ...inQuery, headers: { "content-type": "application/json" } })).toBe("accepted");
});

test("a path other than / is refused, for the signature does not cover it", () => {
  const good = received(plain);
  for (const rawUrl of ["", "*", "/api", "//", "http://127.0.0.1/", "?a=1"])
    expect(refusal({ ...good, rawUrl }), rawUrl).toBe("malformed_url");
});

for (const name of [
  "AccessKeyId",
  "Action",
  "Signature",
  "SignatureMethod",
  "SignatureNonce",
  "SignatureVersion",
  "Timestamp",
  "Version",
]) {
  test(`${name} absent or empty is refused`, () => {
    const { [name]: _left, ...others } = signRpcV1(plain);
    const expected = { ok: false, code: "missing_parameter", name };
    expect(verifyRpcV1(arrived(others))).toEqual(expected);
    expect(verifyRpcV1(arrived({ ...others, [name]: "" }))).toEqual(expected);
  });
}

test("a request with nothing of the kind lacks its key first", () => {
  const body = '{"InstanceId":"ccc-test"}';
  const headers = { "content-type": "application/json" };
  expect(verifyRpcV1({ ...received(plain), rawUrl: "/", headers, body })).toEqual({
    ok: false,
    code: "missing_parameter",
    name: "AccessKeyId",
  });
});

test("another signature method or version is refused as such", () => {
  const signed = signRpcV1(plain);
  for (const SignatureMethod of ["HMAC-SHA256", "hmac-sha1", "constructor"])
    expect(refusal(arrived({ ...signed, SignatureMethod }))).toBe("unsupported_signature_method");
  expect(refusal(arrived({ ...signed, SignatureVersion: "2.0" }))).toBe(
    "unsupported_signature_version",
  );
});

test("a malformed date is refused", () => {
  const signed = signRpcV1(plain);
  for (const Timestamp of ["now", "2026-11-22T06:02:07.000Z", "2026-02-30T06:02:07Z"])
    expect(refusal(arrived({ ...signed, Timestamp })), Timestamp).toBe("malformed_date");
});

test("a date may be fifteen minutes off either way, and no more", () => {
  for (const sign of [-1, 1]) {
    const edge = NOW + sign * 15 * MINUTE_MS;
    expect(refusal(received(plain, { now: edge }))).toBe("accepted");
    expect(refusal(received(plain, { now: edge + sign }))).toBe("date_out_of_range");
  }
});

test("the allowed skew can be set, and a clock that is no number refuses", () => {
  const request = received(plain, { now: NOW + 2_000 });
  expect(refusal({ ...request, allowedSkewMs: 1_999 })).toBe("date_out_of_range");
  expect(refusal({ ...request, allowedSkewMs: 2_000 })).toBe("accepted");
  expect(refusal({ ...request, now: Number.NaN })).toBe("date_out_of_range");
});

test("an unknown key is refused, also one that is called like what objects inherit", () => {
  for (const accessKeyId of ["other", "constructor", "__proto__"]) {
    const signed = signRpcV1({ ...plain, credentials: { ...plain.credentials, accessKeyId } });
    expect(refusal(arrived(signed))).toBe("unknown_access_key");
  }
});

test("temporary credentials are accepted with their token alone", () => {
  expect(refusal(received(temporary))).toBe("accepted");
  const findSecret = (securityToken?: string) => () => ({ ...plain.credentials, securityToken });
  for (const spoiled of [
    received(temporary, { findSecret: findSecret("other") }),
    received(temporary, { findSecret: findSecret() }),
    received(plain, { findSecret: findSecret("token") }),
  ])
    expect(refusal(spoiled)).toBe("security_token_mismatch");
});

test("names that objects inherit are parameters like any other", () => {
  const parameters = Object.fromEntries([
    ["__proto__", "1"],
    ["constructor", "2"],
    ["hasOwnProperty", ""],
  ]);
  for (const carrier of CARRIERS) {
    const result = verifyRpcV1(arrived(signRpcV1({ ...plain, parameters }), plain, carrier));
    expect(Object.entries(result.ok ? result.parameters : {})).toEqual(
      expect.arrayContaining(Object.entries(parameters)),
    );
  }
});

test("what is too large or too many is refused before anything is worked out", () => {
  const huge = "a".repeat(2_000_000);
  expect(refusal(received(plain, { rawUrl: `/?a=${huge}` }))).toBe("request_too_large");
  expect(refusal(received(plain, { body: huge }))).toBe("request_too_large");
  const many = Object.fromEntries(Array.from({ length: 1_001 }, (_, i) => [`a${i}`, ""]));
  expect(refusal(arrived(many))).toBe("request_too_large");
});

test("every refusal has a name of its own", () => {
  expect(new Set(RPC_V1_REFUSALS).size).toBe(RPC_V1_REFUSALS.length);
  for (const code of RPC_V1_REFUSALS) expect(code).toMatch(/^[a-z]+(_[a-z0-9]+)*$/);
});

const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.constantFrom("*", "'", "(", ")", "!", "~", " ", "+", "%", "&", "=", "满") }),
);
const anyName = fc.string({ unit: "binary", minLength: 1 });
const anyRequest: fc.Arbitrary<RpcV1Request> = fc.record({
  method: fc.constantFrom("GET", "POST"),
  parameters: fc.dictionary(anyName, anyText),
  action: fc.constantFrom("ListCallDetailRecords", "GetMonoRecording"),
  version: fc.constant("2020-07-01"),
  credentials: fc.record({
    accessKeyId: fc.string({ unit: "binary", minLength: 1 }),
    accessKeySecret: fc.string({ unit: "binary", minLength: 1 }),
    securityToken: fc.option(fc.string({ unit: "binary", minLength: 1 }), { nil: undefined }),
  }),
  now: fc.integer({ min: NOW - 14 * MINUTE_MS, max: NOW + 14 * MINUTE_MS }),
  nonce: fc.string({ unit: "binary", minLength: 1 }),
});
const anyCarrier = fc.constantFrom(...CARRIERS);

/** One character of a text replaced, inserted or taken away. */
function tampered(text: string, at: number, edit: string, character: string): string {
  const i = at % (text.length + 1);
  const keptFrom = edit === "insert" ? i : i + 1;
  return text.slice(0, i) + (edit === "delete" ? "" : character) + text.slice(keptFrom);
}
const anyEdit = fc.tuple(
  fc.nat(),
  fc.constantFrom("replace", "insert", "delete"),
  fc.stringMatching(/^[!-~]$/),
);

test("what is signed is accepted, and its parameters come back as they were", () => {
  fc.assert(
    fc.property(anyRequest, anyCarrier, (request, carrier) => {
      const { Signature: _left, ...signed } = signRpcV1(request);
      const result = verifyRpcV1(arrived(signRpcV1(request), request, carrier));
      expect(result).toMatchObject({ ok: true, nonce: request.nonce, action: request.action });
      const read = result.ok ? result.parameters : {};
      expect(new Map(Object.entries(read))).toEqual(new Map(Object.entries(signed)));
    }),
  );
});

test("one character of any parameter changed is refused, the envelope and signature too", () => {
  fc.assert(
    fc.property(anyRequest, anyCarrier, fc.nat(), anyEdit, (request, carrier, which, edit) => {
      const signed = signRpcV1(request);
      const names = Object.keys(signed);
      const name = names[which % names.length] ?? "";
      const value = tampered(signed[name] ?? "", ...edit);
      // A lone surrogate goes on the wire as U+FFFD, whichever it was.
      fc.pre(canonicalQuery({ "": value }) !== canonicalQuery({ "": signed[name] ?? "" }));
      const changed = Object.fromEntries([...Object.entries(signed), [name, value]]);
      expect(refusal(arrived(changed, request, carrier))).not.toBe("accepted");
    }),
    { numRuns: 500 },
  );
});

test("one parameter more, one fewer, or one that is called otherwise is refused", () => {
  fc.assert(
    fc.property(anyRequest, anyName, anyText, fc.nat(), (request, name, value, which) => {
      const signed = signRpcV1(request);
      fc.pre(!Object.hasOwn(signed, name));
      const entries = Object.entries(signed);
      const fewer = entries.toSpliced(which % entries.length, 1);
      const [, taken = ""] = entries[which % entries.length] ?? [];
      for (const spoiled of [[...entries, [name, value]], fewer, [...fewer, [name, taken]]])
        expect(refusal(arrived(Object.fromEntries(spoiled), request))).not.toBe("accepted");
    }),
  );
});

test("the other method is refused", () => {
  fc.assert(
    fc.property(anyRequest, anyCarrier, (request, carrier) => {
      const method = request.method === "GET" ? "POST" : "GET";
      const other = arrived(signRpcV1(request), request, carrier, { method });
      expect(refusal(other)).toBe("signature_mismatch");
    }),
  );
});

test("nothing a client sends makes it throw", () => {
  const value = fc.oneof(anyText, fc.array(anyText), fc.constant(undefined));
  const body = fc.oneof(anyText, fc.uint8Array());
  fc.assert(
    fc.property(anyText, body, value, fc.boolean(), (rawUrl, sent, contentType, asForm) => {
      const headers = { "content-type": asForm ? FORM["content-type"] : contentType };
      const request = { ...received(plain), rawUrl: `/?${rawUrl}`, body: sent, headers };
      expect(typeof verifyRpcV1(request).ok).toBe("boolean");
    }),
  );
});

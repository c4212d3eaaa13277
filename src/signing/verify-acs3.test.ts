// Long, for every refusal has its test, and all of them spoil the same good request.

import fc from "fast-check";
import { expect, test } from "vitest";
import vectors from "./acs3-vectors.json";
import { signAcs3, type Acs3Request } from "./acs3.ts";
import { percentEncode } from "./percent-encode.ts";
import type { ReceivedRequest } from "./received-request.ts";
import { ACS3_REFUSALS, verifyAcs3 } from "./verify-acs3.ts";

const NOW = Date.UTC(2026, 10, 22, 6, 2, 7);
const MINUTE_MS = 60_000;

const plain: Acs3Request = {
  method: "POST",
  host: "127.0.0.1:8080",
  query: { InstanceId: "ccc-test", PageNumber: "1", Criteria: '{"phoneNumber":"0735"}' },
  headers: { "content-type": "text/plain", "user-agent": "test" },
  body: "the body",
  action: "ListCallDetailRecords",
  version: "2020-07-01",
  credentials: { accessKeyId: "id", accessKeySecret: "secret" },
  now: NOW,
  nonce: "nonce-1",
};
const temporary: Acs3Request = {
  ...plain,
  credentials: { ...plain.credentials, securityToken: "token" },
};

/** The request as the server receives it, to be spoiled by `changes`. */
function received(request: Acs3Request, changes: Partial<ReceivedRequest> = {}): ReceivedRequest {
  const { url, headers } = signAcs3(request);
  return {
    method: request.method,
    rawUrl: url,
    headers,
    body: request.body ?? "",
    now: NOW,
    findSecret: (id) => (id === request.credentials.accessKeyId ? request.credentials : undefined),
    ...changes,
  };
}

/** The same with some headers changed after signing (undefined takes one away). */
function withHeaders(request: Acs3Request, changes: ReceivedRequest["headers"]): ReceivedRequest {
  const good = received(request);
  return { ...good, headers: { ...good.headers, ...changes } };
}

function refusal(request: ReceivedRequest): string {
  const result = verifyAcs3(request);
  return result.ok ? "accepted" : result.code;
}

for (const vector of vectors) {
  const { wire, accessKeyId, accessKeySecret } = vector;
  const request: ReceivedRequest = {
    ...wire,
    now: new Date(wire.headers["x-acs-date"]),
    findSecret: () => ({ accessKeySecret, securityToken: vector.securityToken ?? undefined }),
  };

  test(`${vector.name}: the official client's request is accepted and read`, () => {
    expect(verifyAcs3(request)).toEqual({
      ok: true,
      accessKeyId,
      action: wire.headers["x-acs-action"],
      version: wire.headers["x-acs-version"],
      nonce: wire.headers["x-acs-signature-nonce"],
      date: request.now,
      query: vector.params,
      contentType: new Map(Object.entries(wire.headers)).get("content-type"),
    });
  });

  test(`${vector.name}: with another secret it is refused, and our string to sign is told`, () => {
    const { securityToken } = vector;
    const findSecret = () => ({ accessKeySecret: "x", securityToken: securityToken ?? undefined });
    expect(verifyAcs3({ ...request, findSecret })).toEqual({
      ok: false,
      code: "signature_mismatch",
      stringToSign: vector.stringToSign,
    });
  });
}

test("header names are read in any case", () => {
  const good = received(plain);
  const headers = Object.fromEntries(
    Object.entries(good.headers).map(([name, value]) => [name.toUpperCase(), value]),
  );
  expect(refusal({ ...good, headers })).toBe("accepted");
});

test("the body may be bytes", () => {
  expect(refusal(received(plain, { body: new TextEncoder().encode("the body") }))).toBe("accepted");
});

test("headers that are not signed may differ", () => {
  expect(refusal(withHeaders(plain, { "user-agent": "other", "set-cookie": ["a", "b"] }))).toBe(
    "accepted",
  );
});

test("the content type is told only where the signature covers it", () => {
  expect(verifyAcs3(received(plain))).toMatchObject({ ok: true, contentType: "text/plain" });
  const { headers: _none, ...untyped } = plain;
  const added = withHeaders(untyped, { "content-type": "application/json" });
  expect(verifyAcs3(added)).toMatchObject({ ok: true, contentType: undefined });
});

test("a missing authorization is refused", () => {
  expect(refusal(withHeaders(plain, { authorization: undefined }))).toBe("missing_authorization");
  expect(refusal(withHeaders(plain, { authorization: "" }))).toBe("missing_authorization");
});

test("a malformed authorization is refused", () => {
  const good = String(received(plain).headers["authorization"]);
  const names = /SignedHeaders=([^,]+)/.exec(good)?.[1] ?? "";
  for (const authorization of [
    "Bearer token",
    "ACS3-HMAC-SHA256",
    good.replace("ACS3-HMAC-SHA256", "ACS3-HMAC-SM3"),
    good.replace("Credential=id", "Credential="),
    good.replace(names, ""),
    good.replace(names, `${names};`),
    good.replace(names, `;${names}`),
    good.replace(names, names.toUpperCase()),
    good.replace(names, names.split(";").toReversed().join(";")),
    good.replace("host;", "host;host;"),
    good.slice(0, -1),
    `${good}0`,
    good.replace(",Signed", ", Signed"),
    good.replace(/[0-9a-f]{64}$/, (hex) => hex.toUpperCase()),
    good.replace(",Signature", ",Signature=0,Signature"),
  ]) {
    expect(refusal(withHeaders(plain, { authorization })), authorization).toBe(
      "malformed_authorization",
    );
  }
});

test("an unknown key is refused", () => {
  expect(refusal(received(plain, { findSecret: () => undefined }))).toBe("unknown_access_key");
});

test("a body other than the hashed one is refused", () => {
  expect(refusal(received(plain, { body: "another body" }))).toBe("content_hash_mismatch");
});

test("a body and hash both replaced are refused by the signature", () => {
  const hash = signAcs3({ ...plain, body: "another body" }).headers["x-acs-content-sha256"];
  const request = withHeaders(plain, { "x-acs-content-sha256": hash });
  expect(refusal({ ...request, body: "another body" })).toBe("signature_mismatch");
});

test("another method or path is refused by the signature", () => {
  expect(refusal(received(plain, { method: "GET" }))).toBe("signature_mismatch");
  const { rawUrl } = received(plain);
  expect(refusal(received(plain, { rawUrl: rawUrl.replace("/?", "/x?") }))).toBe(
    "signature_mismatch",
  );
});

test("an x-acs header that is not signed is refused by name", () => {
  expect(verifyAcs3(withHeaders(plain, { "X-Acs-Extra": "1" }))).toEqual({
    ok: false,
    code: "header_not_signed",
    name: "x-acs-extra",
  });
});

test("a host that is not signed is refused", () => {
  const authorization = String(received(plain).headers["authorization"]).replace("host;", "");
  expect(refusal(withHeaders(plain, { authorization }))).toBe("host_not_signed");
});

test("a signed header that is absent is refused by name", () => {
  expect(verifyAcs3(withHeaders(plain, { "content-type": undefined }))).toEqual({
    ok: false,
    code: "signed_header_missing",
    name: "content-type",
  });
});

test("a signed header named like something objects inherit counts as absent", () => {
  const authorization = String(received(plain).headers["authorization"]).replace(
    "SignedHeaders=",
    "SignedHeaders=constructor;",
  );
  expect(refusal(withHeaders(plain, { authorization }))).toBe("signed_header_missing");
});

for (const [name, code] of [
  ["x-acs-action", "missing_action"],
  ["x-acs-version", "missing_version"],
  ["x-acs-signature-nonce", "missing_nonce"],
  ["x-acs-date", "missing_date"],
  ["x-acs-content-sha256", "missing_content_hash"],
] as const) {
  test(`${name} empty, or absent and unsigned, is refused as ${code}`, () => {
    expect(refusal(withHeaders(plain, { [name]: "" }))).toBe(code);
    const authorization = String(received(plain).headers["authorization"]).replace(`;${name}`, "");
    expect(refusal(withHeaders(plain, { [name]: undefined, authorization }))).toBe(code);
  });
}

test("a malformed date is refused", () => {
  for (const date of [
    "now",
    "2026-11-22",
    "2026-11-22T06:02:07.000Z",
    "2026-11-22T06:02:07+00:00",
    "2026-02-30T06:02:07Z",
    "2026-13-01T06:02:07Z",
    "2026-11-22T24:00:00Z",
    "2026-11-22T06:02:61Z",
    "Sun, 22 Nov 2026 06:02:07 GMT",
  ]) {
    expect(refusal(withHeaders(plain, { "x-acs-date": date })), date).toBe("malformed_date");
  }
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

test("temporary credentials are accepted with their token alone", () => {
  expect(refusal(received(temporary))).toBe("accepted");
  const findSecret = (securityToken?: string) => () => ({ ...plain.credentials, securityToken });
  expect(refusal(received(temporary, { findSecret: findSecret("other") }))).toBe(
    "security_token_mismatch",
  );
  expect(refusal(received(temporary, { findSecret: findSecret() }))).toBe(
    "security_token_mismatch",
  );
  expect(refusal(received(plain, { findSecret: findSecret("token") }))).toBe(
    "security_token_mismatch",
  );
});

test("an access key header other than the credential is refused", () => {
  expect(refusal(withHeaders(temporary, { "x-acs-accesskey-id": "other" }))).toBe(
    "access_key_mismatch",
  );
});

test("a blank around the nonce, of any kind, does not make it another nonce", () => {
  for (const nonce of [" nonce-1", "nonce-1\t", "nonce-1\u00A0", "\uFEFFnonce-1"]) {
    expect(verifyAcs3(withHeaders(plain, { "x-acs-signature-nonce": nonce }))).toMatchObject({
      ok: true,
      nonce: "nonce-1",
    });
  }
});

test("a key given twice is refused though each alone would pass", () => {
  const { rawUrl } = received(plain);
  expect(refusal(received(plain, { rawUrl: `${rawUrl}&PageNumber=1` }))).toBe(
    "duplicate_query_key",
  );
});

test("malformed escapes in the query are refused", () => {
  expect(refusal(received(plain, { rawUrl: "/?a=%E6%BB" }))).toBe("malformed_query");
});

test("a URL that is not a path is refused", () => {
  for (const rawUrl of ["", "*", "http://127.0.0.1/?a=1", "?a=1"]) {
    expect(refusal(received(plain, { rawUrl })), rawUrl).toBe("malformed_url");
  }
});

test("a header given twice is refused", () => {
  expect(refusal(withHeaders(plain, { "x-acs-date": ["a", "b"] }))).toBe("duplicate_header");
  expect(refusal(withHeaders(plain, { "X-Acs-Date": "a" }))).toBe("duplicate_header");
});

test("huge inputs are refused at once", () => {
  const huge = "a".repeat(5_000_000);
  const startedAt = performance.now();
  expect(refusal(received(plain, { rawUrl: `/?a=${huge}` }))).toBe("request_too_large");
  expect(refusal(received(plain, { body: huge }))).toBe("request_too_large");
  expect(refusal(withHeaders(plain, { authorization: huge }))).toBe("request_too_large");
  expect(performance.now() - startedAt).toBeLessThan(1_000);
});

test("many small parameters and long authorizations take no time either", () => {
  const pairs = Array.from({ length: 6_000 }, (_, i) => `${i.toString(36)}=1`).join("&");
  const names = "a;".repeat(20_000);
  const authorization = `ACS3-HMAC-SHA256 Credential=id,SignedHeaders=${names},Signature=0`;
  const startedAt = performance.now();
  expect(refusal(received(plain, { rawUrl: `/?${pairs}` }))).toBe("signature_mismatch");
  expect(refusal(withHeaders(plain, { authorization }))).toBe("malformed_authorization");
  expect(performance.now() - startedAt).toBeLessThan(1_000);
});

test("every refusal has a name of its own", () => {
  expect(new Set(ACS3_REFUSALS).size).toBe(ACS3_REFUSALS.length);
  for (const code of ACS3_REFUSALS) expect(code).toMatch(/^[a-z]+(_[a-z]+)*$/);
});

const anyText = fc.string({ unit: "binary" });
const anyQuery = fc.dictionary(fc.string({ unit: "binary", minLength: 1 }), anyText);
const headerSafe = fc.stringMatching(/^[!-~]{1,40}$/);
const anyRequest: fc.Arbitrary<Acs3Request> = fc.record({
  method: fc.constantFrom("GET", "POST"),
  host: fc.constantFrom("127.0.0.1:8080", "ccc.cn-shanghai.aliyuncs.com"),
  query: anyQuery,
  headers: fc.constantFrom({}, { "Content-Type": "application/json; charset=utf-8" }),
  body: fc.oneof(anyText, fc.uint8Array()),
  action: fc.constantFrom("ListCallDetailRecords", "GetMonoRecording"),
  version: fc.constant("2020-07-01"),
  credentials: fc.record({
    accessKeyId: fc.stringMatching(/^[A-Za-z0-9]{1,30}$/),
    accessKeySecret: fc.string({ unit: "binary", minLength: 1 }),
    securityToken: fc.option(headerSafe, { nil: undefined }),
  }),
  now: fc.integer({ min: NOW - 14 * MINUTE_MS, max: NOW + 14 * MINUTE_MS }),
  nonce: headerSafe,
});

test("what is signed is accepted, and its parameters come back as they were", () => {
  fc.assert(
    fc.property(anyRequest, (request) => {
      const result = verifyAcs3(received(request));
      expect(result.ok).toBe(true);
      if (!result.ok) return;
      expect(new Map(Object.entries(result.query))).toEqual(new Map(Object.entries(request.query)));
      expect(result.nonce).toBe(request.nonce);
      expect(result.accessKeyId).toBe(request.credentials.accessKeyId);
    }),
  );
});

/** One printable character of a text replaced, inserted or taken away. */
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

test("one character of the URL changed is refused, or is another spelling of the same", () => {
  fc.assert(
    fc.property(anyRequest, anyEdit, (request, edit) => {
      const good = received(request);
      const rawUrl = tampered(good.rawUrl, ...edit);
      const result = verifyAcs3({ ...good, rawUrl });
      if (!result.ok) return;
      expect(new Map(Object.entries(result.query))).toEqual(new Map(Object.entries(request.query)));
    }),
    { numRuns: 500 },
  );
});

test("one character of one parameter changed is refused", () => {
  fc.assert(
    fc.property(anyRequest, anyText, anyEdit, (request, value, edit) => {
      const other = tampered(value, ...edit);
      fc.pre(percentEncode(other) !== percentEncode(value));
      const good = received({ ...request, query: { ...request.query, Key: value } });
      const { url } = signAcs3({ ...request, query: { ...request.query, Key: other } });
      expect(refusal({ ...good, rawUrl: url })).toBe("signature_mismatch");
    }),
  );
});

test("one byte of the body changed is refused", () => {
  const bytes = fc.uint8Array({ minLength: 1 });
  fc.assert(
    fc.property(anyRequest, bytes, fc.nat(), fc.integer({ min: 1, max: 255 }), (...drawn) => {
      const [request, body, at, flip] = drawn;
      const other = body.slice();
      const i = at % body.length;
      other[i] = (body[i] ?? 0) ^ flip;
      const good = received({ ...request, body });
      expect(refusal({ ...good, body: other })).toBe("content_hash_mismatch");
    }),
  );
});

test("one character of any signed header or of the authorization changed is refused", () => {
  fc.assert(
    fc.property(anyRequest, fc.nat(), anyEdit, (request, which, edit) => {
      const good = received(request);
      const names = Object.keys(good.headers);
      const name = names[which % names.length] ?? "";
      const value = String(good.headers[name]);
      const other = tampered(value, ...edit);
      fc.pre(other !== value);
      expect(refusal({ ...good, headers: { ...good.headers, [name]: other } })).not.toBe(
        "accepted",
      );
    }),
    { numRuns: 500 },
  );
});

test("every hex digit of the signature counts", () => {
  const good = received(plain);
  const authorization = String(good.headers["authorization"]);
  for (let i = authorization.length - 64; i < authorization.length; i += 1) {
    const digit = authorization[i] === "0" ? "1" : "0";
    const spoiled = authorization.slice(0, i) + digit + authorization.slice(i + 1);
    expect(refusal(withHeaders(plain, { authorization: spoiled }))).toBe("signature_mismatch");
  }
});

test("nothing a client sends makes it throw", () => {
  const name = fc.constantFrom("authorization", "host", "x-acs-date", "__proto__", "X-Acs-Action");
  const value = fc.oneof(anyText, fc.array(anyText), fc.constant(undefined));
  fc.assert(
    fc.property(anyText, anyText, fc.dictionary(name, value), (rawUrl, body, changes) => {
      const good = received(plain);
      const headers = { ...good.headers, ...changes };
      expect(typeof verifyAcs3({ ...good, rawUrl: `/?${rawUrl}`, body, headers }).ok).toBe(
        "boolean",
      );
    }),
  );
});

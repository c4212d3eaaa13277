import { expect, test } from "vitest";
import vectors from "./acs3-vectors.json";
import {
  authorization,
  canonicalHeaders,
  canonicalRequest,
  payloadHash,
  signAcs3,
  signature,
  signedHeaderNames,
  stringToSign,
  type Acs3Request,
} from "./acs3.ts";
import { canonicalQuery } from "./canonical-query.ts";

const request: Acs3Request = {
  method: "POST",
  host: "ccc.cn-shanghai.aliyuncs.com",
  query: { InstanceId: "ccc-test" },
  action: "ListCallDetailRecords",
  version: "2020-07-01",
  credentials: { accessKeyId: "id", accessKeySecret: "secret" },
  now: Date.UTC(2026, 10, 22, 6, 2, 7, 999),
  nonce: "nonce-1",
};

test("there are twelve vectors, three of them with a security token", () => {
  expect(vectors).toHaveLength(12);
  expect(vectors.filter((vector) => vector.securityToken !== null)).toHaveLength(3);
});

for (const vector of vectors) {
  const headers: Record<string, string> = vector.wire.headers;
  const canonicalLines = vector.canonicalRequest.split("\n");

  test(`${vector.name}: the payload hash is the official client's`, () => {
    expect(payloadHash(vector.wire.body)).toBe(headers["x-acs-content-sha256"]);
  });

  test(`${vector.name}: the canonical query is the official client's`, () => {
    expect(canonicalQuery(vector.params)).toBe(vector.canonicalQueryString ?? canonicalLines[2]);
  });

  test(`${vector.name}: the signed headers are the official client's`, () => {
    expect(signedHeaderNames(headers)).toEqual(vector.signedHeaders);
  });

  test(`${vector.name}: the canonical headers are the official client's`, () => {
    const lines = canonicalLines.slice(3, 3 + vector.signedHeaders.length);
    expect(canonicalHeaders(headers, vector.signedHeaders)).toBe(`${lines.join("\n")}\n`);
  });

  test(`${vector.name}: the canonical request is the official client's`, () => {
    const canonical = canonicalRequest({
      method: vector.wire.method,
      path: "/",
      query: canonicalQuery(vector.params),
      headers: canonicalHeaders(headers, vector.signedHeaders),
      names: vector.signedHeaders,
      payloadHash: payloadHash(vector.wire.body),
    });
    expect(canonical).toBe(vector.canonicalRequest);
  });

  test(`${vector.name}: the string to sign is the official client's`, () => {
    expect(stringToSign(vector.canonicalRequest)).toBe(vector.stringToSign);
  });

  test(`${vector.name}: the signature is the official client's`, () => {
    expect(signature(vector.accessKeySecret, vector.stringToSign)).toBe(vector.signature);
  });

  test(`${vector.name}: the authorization is the official client's`, () => {
    const { accessKeyId, signedHeaders: names } = vector;
    expect(authorization({ accessKeyId, names, signature: vector.signature })).toBe(
      vector.authorization,
    );
    expect(vector.authorization).toBe(headers["authorization"]);
  });

  test(`${vector.name}: signing the parameters gives the official client's authorization`, () => {
    const signed = signAcs3({
      method: vector.wire.method,
      host: vector.wire.headers.host,
      query: vector.params,
      headers: pick(headers, ["content-type", "x-acs-credentials-provider", "user-agent"]),
      body: vector.wire.body,
      action: vector.wire.headers["x-acs-action"],
      version: vector.wire.headers["x-acs-version"],
      credentials: {
        accessKeyId: vector.accessKeyId,
        accessKeySecret: vector.accessKeySecret,
        securityToken: vector.securityToken ?? undefined,
      },
      now: new Date(vector.wire.headers["x-acs-date"]),
      nonce: vector.wire.headers["x-acs-signature-nonce"],
    });
    expect(signed.headers["authorization"]).toBe(vector.authorization);
    expect(pick(headers, Object.keys(signed.headers))).toEqual(signed.headers);
  });
}

test("the empty body has the well-known hash", () => {
  const hash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
  expect(payloadHash("")).toBe(hash);
  expect(payloadHash(new Uint8Array())).toBe(hash);
});

test("keys are sorted by code unit, upper case first, and an empty value keeps its equals sign", () => {
  expect(canonicalQuery({ b: "1", a: "", B: "2", "\u{1F600}": "x", "\uFFFD": "y" })).toBe(
    "B=2&a=&b=1&%F0%9F%98%80=x&%EF%BF%BD=y",
  );
});

test("a request without parameters has no question mark", () => {
  expect(signAcs3({ ...request, query: {} }).url).toBe("/");
});

test("the URL carries the parameters exactly as they were signed", () => {
  const signed = signAcs3({ ...request, query: { Phone: "138****0000", Name: "满 意" } });
  expect(signed.url).toBe("/?Name=%E6%BB%A1%20%E6%84%8F&Phone=138%2A%2A%2A%2A0000");
});

test("the date has no milliseconds and may be given either way", () => {
  const signed = signAcs3(request);
  expect(signed.headers["x-acs-date"]).toBe("2026-11-22T06:02:07Z");
  expect(signAcs3({ ...request, now: new Date(Number(request.now)) })).toEqual(signed);
});

test("an invalid instant is a RangeError", () => {
  expect(() => signAcs3({ ...request, now: Number.NaN })).toThrow(RangeError);
});

test("the method is signed in upper case and header values without the blanks around them", () => {
  const headers = { "Content-Type": " text/plain\t", "x-acs-extra": "a  b " };
  const trimmed = { "content-type": "text/plain", "x-acs-extra": "a  b" };
  expect(signAcs3({ ...request, method: "post", headers }).headers["authorization"]).toBe(
    signAcs3({ ...request, headers: trimmed }).headers["authorization"],
  );
});

test("a new nonce gives a new signature", () => {
  const again = signAcs3({ ...request, nonce: "nonce-2" });
  expect(again.headers["authorization"]).not.toBe(signAcs3(request).headers["authorization"]);
});

test("a security token adds two signed headers, and none are added without one", () => {
  const credentials = { ...request.credentials, securityToken: "token" };
  const { headers } = signAcs3({ ...request, credentials });
  expect(headers["x-acs-accesskey-id"]).toBe("id");
  expect(headers["x-acs-security-token"]).toBe("token");
  expect(headers["authorization"]).toContain("x-acs-accesskey-id;");
  expect(headers["authorization"]).toContain("x-acs-security-token;");
  expect(Object.keys(signAcs3(request).headers)).not.toContain("x-acs-security-token");
});

test("further headers cannot take the place of the signing ones", () => {
  const headers = { Host: "elsewhere", "X-Acs-Action": "DeleteAll", Authorization: "none" };
  expect(signAcs3({ ...request, headers })).toEqual(signAcs3(request));
});

function pick(headers: Readonly<Record<string, string>>, names: readonly string[]) {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => names.includes(name)));
}

import { expect, test } from "vitest";
import { canonicalQuery } from "./canonical-query.ts";
import vectors from "./rpc-v1-vectors.json";
import {
  envelopedParameters,
  signature,
  signRpcV1,
  stringToSign,
  type RpcV1Request,
} from "./rpc-v1.ts";

const request: RpcV1Request = {
  method: "POST",
  parameters: { InstanceId: "ccc-test" },
  action: "ListCallDetailRecords",
  version: "2020-07-01",
  credentials: { accessKeyId: "id", accessKeySecret: "secret" },
  now: Date.UTC(2026, 10, 22, 6, 2, 7, 999),
  nonce: "nonce-1",
};

test("there are fourteen vectors, of both methods, two of them with a security token", () => {
  expect(vectors).toHaveLength(14);
  expect(new Set(vectors.map(({ wire }) => wire.method))).toEqual(new Set(["POST", "GET"]));
  expect(vectors.filter((vector) => vector.securityToken !== null)).toHaveLength(2);
});

for (const vector of vectors) {
  const { wire } = vector;
  const sent = new URLSearchParams(`${wire.rawUrl.slice(2)}&${wire.body}`);
  const value = (name: string) => sent.get(name) ?? "";
  const signed = Object.fromEntries(
    [...sent].filter(([name]) => name !== "" && name !== "Signature"),
  );

  test(`${vector.name}: the canonical query is the official client's`, () => {
    expect(canonicalQuery(signed)).toBe(vector.canonicalQueryString);
  });

  test(`${vector.name}: the string to sign is the official client's`, () => {
    expect(stringToSign(wire.method, vector.canonicalQueryString)).toBe(vector.stringToSign);
  });

  test(`${vector.name}: the signature is the official client's`, () => {
    expect(signature(vector.accessKeySecret, vector.stringToSign)).toBe(vector.signature);
    expect(value("Signature")).toBe(vector.signature);
  });

  test(`${vector.name}: around the parameters is what the official client has there`, () => {
    const enveloped = envelopedParameters({
      method: wire.method,
      parameters: Object.fromEntries(Object.entries(vector.params)),
      action: value("Action"),
      version: value("Version"),
      credentials: {
        accessKeyId: vector.accessKeyId,
        accessKeySecret: vector.accessKeySecret,
        securityToken: vector.securityToken ?? undefined,
      },
      now: new Date(value("Timestamp")),
      nonce: value("SignatureNonce"),
    });
    // Not all of them spell it alike, and the published example wants XML.
    expect({ ...enveloped, Format: value("Format") }).toEqual(signed);
  });
}

test("signing is its steps one after the other", () => {
  const parameters = envelopedParameters(request);
  const toSign = stringToSign("POST", canonicalQuery(parameters));
  expect(signRpcV1(request)).toEqual({ ...parameters, Signature: signature("secret", toSign) });
});

test("the method is signed, in upper case", () => {
  expect(signRpcV1({ ...request, method: "post" })).toEqual(signRpcV1(request));
  expect(signRpcV1({ ...request, method: "GET" })["Signature"]).not.toBe(
    signRpcV1(request)["Signature"],
  );
});

test("the timestamp has no milliseconds and may be given either way", () => {
  const signed = signRpcV1(request);
  expect(signed["Timestamp"]).toBe("2026-11-22T06:02:07Z");
  expect(signRpcV1({ ...request, now: new Date(Number(request.now)) })).toEqual(signed);
});

test("an invalid instant is a RangeError", () => {
  expect(() => signRpcV1({ ...request, now: Number.NaN })).toThrow(RangeError);
});

test("a security token is a parameter, and there is none without one", () => {
  const credentials = { ...request.credentials, securityToken: "token" };
  expect(signRpcV1({ ...request, credentials })["SecurityToken"]).toBe("token");
  expect(signRpcV1(request)).not.toHaveProperty("SecurityToken");
});

test("parameters cannot take the place of the envelope's", () => {
  const parameters = {
    ...request.parameters,
    Action: "DeleteAll",
    Signature: "none",
    Format: "XML",
  };
  expect(signRpcV1({ ...request, parameters })).toEqual(signRpcV1(request));
});

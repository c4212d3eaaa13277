import { expect, test } from "vitest";
import { createTestBff, TEST_CREDENTIALS } from "#bff/bff.kit.ts";
import { openScriptedBff } from "#bff/scripted-bff.kit.ts";
import { createChainCredentials } from "#bff/upstream/credentials.ts";
import { json, ok, refusal, type Answer } from "#bff/upstream/scripted-upstream.kit.ts";
import { problemSchema } from "#contract/api/errors.ts";

const PHONE = "13800138000";
const connect = (...script: Answer[]) => openScriptedBff(script, { CCC_INSTANCE_IDS: "ccc-test" });

const html: Answer = (_request, response) => {
  response.writeHead(200, { "content-type": "text/html" });
  response.end(`<html>${PHONE}</html>`);
};

test.each<[string, Answer, number, object]>([
  [
    "a refused parameter",
    refusal(400, "Parameter.Format", `The format of parameter CallingNumber is invalid. ${PHONE}`),
    400,
    {
      code: "upstream_parameter",
      field: "caller",
      upstreamCode: "Parameter.Format",
      requestId: "request-refused",
    },
  ],
  [
    "throttling for longer than we wait",
    refusal(429, "Throttling.User", "", { "x-acs-retry-after": "61500" }),
    503,
    { code: "upstream_throttled", upstreamCode: "Throttling.User" },
  ],
  [
    "a refused signature",
    refusal(400, "SignatureDoesNotMatch"),
    502,
    { code: "upstream_credentials" },
  ],
  ["a denied operation", refusal(403, "NoPermission"), 403, { code: "upstream_forbidden" }],
  [
    "an unknown instance",
    refusal(404, "NotExists.InstanceId"),
    404,
    { code: "upstream_instance_not_found" },
  ],
  ["HTML", html, 502, { code: "upstream_not_json" }],
  ["broken JSON", json(200, `{"Code":"OK","${PHONE}`), 502, { code: "upstream_bad_json" }],
  ["an unknown shape", ok([PHONE]), 502, { code: "upstream_bad_reply", requestId: "request-ok" }],
  [
    "200 with another code",
    json(200, { Code: "Odd", RequestId: "request-odd", Message: PHONE }),
    502,
    { code: "upstream_not_ok", upstreamCode: "Odd", requestId: "request-odd" },
  ],
])("%s reaches the browser as a problem, without a word of the upstream's", async (...row) => {
  const [, answer, status, expected] = row;
  const { app, log } = await connect(answer);
  const payload = { caller: PHONE };
  const response = await app.inject({ method: "POST", url: "/api/records", payload });
  expect(response.statusCode).toBe(status);
  expect(response.headers).toMatchObject({
    "content-type": "application/problem+json; charset=utf-8",
    "cache-control": "no-store",
  });
  const problem = problemSchema.parse(response.json());
  expect(problem).toMatchObject({ status, requestId: expect.any(String), ...expected });
  expect(response.body).not.toContain(PHONE);
  expect(log()).toContain(`"code":"${problem.code}"`);
  expect(log()).not.toMatch(new RegExp(`${PHONE}|${TEST_CREDENTIALS.accessKeySecret}`));
});

test("how long the upstream asks to be left alone is passed on in seconds", async () => {
  const { app } = await connect(refusal(429, "Throttling", "", { "x-acs-retry-after": "61500" }));
  expect((await app.inject("/api/records")).headers["retry-after"]).toBe("62");
});

test("a credential chain that quotes a secret does not get it into a reply or the log", async () => {
  const secret = "a-line-of-the-credentials-file";
  const { app, log } = await createTestBff(
    "http://127.0.0.1:9",
    {},
    {
      upstream: {
        endpoint: "http://127.0.0.1:9",
        credentials: createChainCredentials(() =>
          Promise.reject(new Error(`cannot parse ${secret}`)),
        ),
        sampleData: false,
      },
    },
  );
  const response = await app.inject("/api/session");
  expect(response.statusCode).toBe(503);
  expect(response.json()).toMatchObject({ code: "credentials_missing" });
  expect(log()).toContain('"code":"credentials_missing"');
  expect(response.body + log()).not.toContain(secret);
  await app.close();
});

test("a route that is not there is a problem under /api and plain text elsewhere", async () => {
  const { app } = await connect(ok({}));
  for (const url of ["/api", "/api/", "/api/nothing", "/api/nothing?phone=1"]) {
    const response = await app.inject(url);
    expect(response.json()).toMatchObject({ code: "route_not_found", status: 404 });
  }
  for (const url of ["/nothing", "/apiary"]) {
    const response = await app.inject(url);
    expect(response.statusCode).toBe(404);
    expect(response.headers["content-type"]).toBe("text/plain; charset=utf-8");
  }
});

test.each([
  "/api/records/%zz",
  "/api/records/%ff",
  "/api/records?caller=%zz",
  "/api/records?%zz=1",
  "/api/records?satDesc=%e4%bd",
  "/%zz",
])("%s is malformed, which is the request's fault", async (url) => {
  const { app, log } = await connect(ok({}));
  const response = await app.inject(url);
  expect(response.statusCode).toBe(400);
  expect(response.json()).toMatchObject({ code: "invalid_parameter" });
  expect(log()).not.toContain("%zz");
});

test("an error nobody foresaw is told by its request id alone", async () => {
  const { app, log } = await connect(ok({}));
  app.get("/auth/broken", () => {
    throw new TypeError(`cannot read ${PHONE}`);
  });
  const response = await app.inject("/auth/broken");
  expect(response.statusCode).toBe(500);
  const requestId = String(response.headers["x-request-id"]);
  expect(response.json()).toEqual({
    type: "urn:callscope:problem:internal",
    title: "The server failed",
    status: 500,
    code: "internal",
    requestId,
  });
  expect(log()).toContain(requestId);
  expect(log()).toContain("problem.test.ts");
  expect(log()).not.toContain(PHONE);
});

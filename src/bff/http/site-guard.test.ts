import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestBff, type TestBff } from "#bff/bff.kit.ts";
import {
  ok,
  startScriptedUpstream,
  type ScriptedUpstream,
} from "#bff/upstream/scripted-upstream.kit.ts";

let upstream: ScriptedUpstream;
let bff: TestBff;
beforeAll(async () => {
  upstream = await startScriptedUpstream(ok({ List: [], TotalCount: 0 }));
  bff = await createTestBff(upstream.endpoint, { PUBLIC_URL: "https://calls.example.com" });
});
afterAll(async () => {
  await bff.app.close();
  await upstream.close();
});

const RECORDS = "/api/records?instance=ccc-test&range=last7d";
const ask = (url: string, headers: Readonly<Record<string, string>>) =>
  bff.app.inject({ url, headers: { host: "127.0.0.1:8080", ...headers } });

const FOREIGN = [
  { "sec-fetch-site": "cross-site" },
  { "sec-fetch-site": "same-site" },
  { "sec-fetch-site": "Cross-Site" },
  { "sec-fetch-site": "" },
  { "sec-fetch-site": "same-origin, cross-site" },
  { origin: "https://evil.example.com" },
  { origin: "http://127.0.0.1:9090" },
  { origin: "null" },
  { origin: "" },
  { "sec-fetch-site": "same-origin", origin: "https://evil.example.com" },
];
const OURS = [
  {},
  { "sec-fetch-site": "same-origin" },
  { "sec-fetch-site": "none" },
  { origin: "http://127.0.0.1:8080" },
  { origin: "https://calls.example.com" },
];

describe.each([RECORDS, "/%61pi/records?instance=ccc-test", "/api/none", "/api", "/metrics"])(
  "%s",
  (url) => {
    test.each(FOREIGN)("is refused to a page of another site: %j", async (headers) => {
      const before = upstream.requests.length;
      const response = await ask(url, headers);
      expect(response.statusCode).toBe(403);
      expect(response.json()).toMatchObject({ code: "permission_denied" });
      expect(upstream.requests).toHaveLength(before);
    });
  },
);

test.each(OURS)("our own page and programs are answered: %j", async (headers) => {
  expect((await ask(RECORDS, headers)).statusCode).toBe(200);
  expect((await ask("/metrics", headers)).statusCode).toBe(200);
});

test("a question about counts from another site is not asked", async () => {
  const before = upstream.requests.length;
  const response = await bff.app.inject({
    method: "POST",
    url: "/api/counts",
    headers: { host: "127.0.0.1:8080", "sec-fetch-site": "cross-site" },
    payload: { asks: [{ of: "total", view: "?instance=ccc-test" }] },
  });
  expect(response.statusCode).toBe(403);
  expect(upstream.requests).toHaveLength(before);
});

test("a public name of https is not ours by http", async () => {
  const host = { host: "calls.example.com" };
  expect((await ask(RECORDS, { ...host, origin: "https://calls.example.com" })).statusCode).toBe(
    200,
  );
  expect((await ask(RECORDS, { ...host, origin: "http://calls.example.com" })).statusCode).toBe(
    403,
  );
});

test("health is told to whoever asks", async () => {
  expect((await ask("/healthz", { "sec-fetch-site": "cross-site" })).statusCode).toBe(200);
});

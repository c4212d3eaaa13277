import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestBff } from "#bff/bff.kit.ts";

let app: FastifyInstance;
beforeAll(async () => {
  ({ app } = await createTestBff("http://127.0.0.1:9"));
});
afterAll(() => app.close());

const HOST = "127.0.0.1:8080";
const VISIT = { "sec-fetch-dest": "document", accept: "text/html,*/*;q=0.8" };

test.each([
  ["/", { host: "calls.example.com" }, 421, /此地址未启用.*PUBLIC_URL/, false],
  ["/?x=1", { host: "calls.example.com", "accept-language": "en" }, 421, /not in use/, false],
  ["/nothing", { host: HOST, "accept-language": "en-GB" }, 404, /no such page/, true],
  ["/nothing?of=a", { host: HOST }, 404, /没有此页面/, true],
] as const)(
  "who visits %s with %j reads why, and what to do",
  async (url, extra, status, words, home) => {
    const reply = await app.inject({ url, headers: { ...VISIT, ...extra } });
    expect(reply.statusCode).toBe(status);
    expect(reply.headers).toMatchObject({
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      vary: "accept-language",
      "content-security-policy": expect.stringContaining("frame-ancestors 'none'"),
    });
    expect(reply.body).toMatch(words);
    expect(reply.body).toMatch(/<small>.* [\da-f-]{36}<\/small>/);
    expect(reply.body.includes('href="/"')).toBe(home);
  },
);

test("nothing of the request is in the page", async () => {
  const url = "/<script>alert(1)</script>13800138000?caller=13800138000";
  const { body } = await app.inject({
    url,
    headers: { ...VISIT, host: "13800138000.example.com" },
  });
  expect(body).not.toMatch(/13800138000|alert/);
});

test("browsers that do not say what they ask for are known by what they take", async () => {
  const { headers } = await app.inject({
    url: "/nothing",
    headers: { accept: VISIT.accept, host: HOST },
  });
  expect(headers["content-type"]).toBe("text/html; charset=utf-8");
});

test.each([
  ["/api/nothing", VISIT, "application/problem+json"],
  ["/nothing", { accept: "*/*" }, "text/plain"],
  ["/nothing", { accept: "text/html", "sec-fetch-dest": "image" }, "text/plain"],
] as const)("%s asked with %j is no page", async (url, headers, type) => {
  const reply = await app.inject({ url, headers: { ...headers, host: HOST } });
  expect(reply.statusCode).toBe(404);
  expect(reply.headers["content-type"]).toContain(type);
});

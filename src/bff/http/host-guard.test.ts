import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestBff } from "#bff/bff.kit.ts";

let app: FastifyInstance;
beforeAll(async () => {
  ({ app } = await createTestBff("http://127.0.0.1:9", {
    PUBLIC_URL: "https://calls.example.com:444",
  }));
});
afterAll(() => app.close());

const ask = (host: string) => app.inject({ url: "/healthz", headers: { host } });

test.each([
  "localhost",
  "LOCALHOST:8080",
  "127.0.0.1:8080",
  "[::1]:8080",
  "calls.example.com:444",
  "calls.example.com:444",
])("%s is a name of ours", async (host) => {
  expect((await ask(host)).statusCode).toBe(200);
});

test.each([
  "evil.example.com",
  "localhost.evil.example.com",
  "127.0.0.1.evil.example.com:8080",
  "calls.example.com",
  "calls.example.com:444@evil.example.com",
  "10.0.0.1",
  "[::1]x",
])("%j is not", async (host) => {
  const response = await ask(host);
  expect(response.statusCode).toBe(421);
  expect(response.json()).toMatchObject({ code: "permission_denied", status: 421 });
});

test("the port of the scheme need not be written, and may be", async () => {
  const bff = await createTestBff("http://127.0.0.1:9", {
    PUBLIC_URL: "https://calls.example.com",
  });
  for (const host of ["calls.example.com", "calls.example.com:443"])
    expect((await bff.app.inject({ url: "/healthz", headers: { host } })).statusCode).toBe(200);
  await bff.app.close();
});

import { once } from "node:events";
import { connect, type AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestBff } from "#bff/bff.kit.ts";
import { problemSchema } from "#contract/api/errors.ts";

let app: FastifyInstance;
let port: number;
beforeAll(async () => {
  ({ app } = await createTestBff("http://127.0.0.1:9"));
  await app.listen({ host: "127.0.0.1", port: 0 });
  // The address of a TCP server is an object.
  ({ port } = app.server.address() as AddressInfo);
});
afterAll(() => app.close());

/** Sends it as it is, and reads until the server hangs up. */
function send(raw: string): Promise<string> {
  const socket = connect(port, "127.0.0.1", () => socket.write(raw));
  return text(socket);
}

test.each([
  ["no HTTP at all", "hello\r\n\r\n", 400],
  ["a header that is none", "GET / HTTP/1.1\r\nHost: localhost\r\nno colon\r\n\r\n", 400],
  [
    "two lengths",
    "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx",
    400,
  ],
  ["no host", "GET /healthz HTTP/1.1\r\nConnection: close\r\n\r\n", 400],
  [
    "headers without end",
    `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${"x".repeat(70_000)}\r\n\r\n`,
    431,
  ],
  [
    "an escape that is none",
    "GET /%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
    400,
  ],
  [
    "an id that is too long",
    `GET /api/records/${"x".repeat(2_000)} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`,
    414,
  ],
  [
    "two hosts",
    "GET /healthz HTTP/1.1\r\nHost: localhost\r\nHost: evil.example.com\r\nConnection: close\r\n\r\n",
    400,
  ],
])("%s is refused with the headers of every answer", async (_name, raw, status) => {
  const reply = await send(raw);
  expect(reply).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  expect(reply).toMatch(/^x-content-type-options: nosniff\r$/im);
  expect(reply).toMatch(/^content-security-policy: .*frame-ancestors 'none'/im);
  expect(reply).toMatch(/^referrer-policy: no-referrer\r$/im);
  expect(reply).toMatch(/^cache-control: no-store\r$/im);
  expect(reply).toMatch(/^permissions-policy: camera=\(\)/im);
  expect(reply).not.toMatch(/xxxx|evil|\.ts:\d/);
});

const END = "Host: localhost\r\nConnection: close\r\n\r\n";

test.each([
  ["an expectation", `GET /api/session HTTP/1.1\r\nExpect: foo\r\n${END}`, 417],
  ["one of a page", `GET / HTTP/1.1\r\nExpect: foo\r\n${END}`, 417],
  [
    "one before a body",
    `POST /api/counts HTTP/1.1\r\nExpect: foo\r\nContent-Length: 9\r\n${END}`,
    417,
  ],
  ["a tunnel", "CONNECT evil.example.com:443 HTTP/1.1\r\nHost: evil.example.com:443\r\n\r\n", 405],
  ["one to us", "CONNECT localhost:8080 HTTP/1.1\r\nHost: localhost:8080\r\n\r\n", 405],
])("%s that cannot be met is refused as all else is", async (_name, raw, status) => {
  const reply = await send(raw);
  expect(reply).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  expect(reply).toMatch(/^content-security-policy: .*frame-ancestors 'none'/im);
  expect(reply).toMatch(/^permissions-policy: camera=\(\)/im);
  expect(reply).toMatch(/^content-type: application\/problem\+json/im);
  const problem = problemSchema.parse(JSON.parse(reply.slice(reply.indexOf("\r\n\r\n"))));
  expect(problem.status).toBe(status);
  expect(reply.toLowerCase()).toContain(`x-request-id: ${problem.requestId}\r\n`);
  expect(reply).not.toMatch(/evil|foo/);
});

test("whoever goes away before a tunnel is refused takes nothing down", async () => {
  for (let time = 0; time < 20; time += 1) {
    const socket = connect(port, "127.0.0.1", () =>
      socket.write("CONNECT localhost:1 HTTP/1.1\r\nHost: localhost\r\n\r\nmore", () =>
        socket.resetAndDestroy(),
      ),
    );
    await once(socket, "close");
  }
  expect(await send(`GET /healthz HTTP/1.1\r\n${END}`)).toMatch(/^HTTP\/1\.1 200 /);
});

test("a wish to upgrade is left aside, and the request answered", async () => {
  const wish = "Upgrade: websocket\r\nConnection: upgrade, close\r\nHost: localhost\r\n\r\n";
  expect(await send(`GET /healthz HTTP/1.1\r\n${wish}`)).toMatch(/^HTTP\/1\.1 200 /);
});

test("connections have a cap, beyond which one is closed as it comes", async () => {
  // As many as they may be would be more than a test should open: one is enough.
  expect(app.server.maxConnections).toBeLessThanOrEqual(10_000);
  const usual = app.server.maxConnections;
  app.server.maxConnections = 1;
  const first = connect(port, "127.0.0.1");
  await once(first, "connect");
  expect(await send("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n").catch(() => "")).toBe("");
  first.destroy();
  app.server.maxConnections = usual;
});

test("whoever sends half a request, a byte at a time, is told that it took too long", async () => {
  expect(app.server.requestTimeout).toBeLessThanOrEqual(30_000);
  expect(app.server.headersTimeout).toBeLessThanOrEqual(30_000);
  const { requestTimeout, headersTimeout } = app.server;
  // As long as is usual would be more than a test should wait.
  Object.assign(app.server, { requestTimeout: 500, headersTimeout: 500 });
  for (const begun of [
    "GET /healthz HTTP/1.1\r\nX-Slow: ",
    `POST /api/counts HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 99999\r\n\r\n`,
  ]) {
    const socket = connect(port, "127.0.0.1", () => socket.write(begun));
    const drip = setInterval(() => socket.write("x"), 100);
    socket.on("error", () => {});
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 408 /);
    clearInterval(drip);
  }
  Object.assign(app.server, { requestTimeout, headersTimeout });
});

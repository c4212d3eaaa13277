import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from "node:zlib";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestBff } from "#bff/bff.kit.ts";
import { StartError } from "#process/start-error.ts";

const NOBODY = "http://127.0.0.1:9";
const SCRIPT = "console.log('callscope');".repeat(100);
const dist = mkdtempSync(join(tmpdir(), "callscope-dist-"));
let app: FastifyInstance;

beforeAll(async () => {
  mkdirSync(join(dist, "assets"));
  writeFileSync(join(dist, "index.html"), "<!doctype html><title>Callscope</title>");
  writeFileSync(join(dist, "favicon.svg"), "<svg/>");
  writeFileSync(join(dist, "assets/main-Ab12.js"), SCRIPT);
  writeFileSync(join(dist, "assets/main-Ab12.js.br"), brotliCompressSync(SCRIPT));
  writeFileSync(join(dist, "assets/main-Ab12.js.gz"), gzipSync(SCRIPT));
  ({ app } = await createTestBff(NOBODY, {}, { staticRoot: dist }));
});
afterAll(async () => {
  await app.close();
  rmSync(dist, { recursive: true });
});

test("the page is asked for anew each time, and answered 304 while it is the same", async () => {
  const first = await app.inject("/");
  expect(first.statusCode).toBe(200);
  expect(first.headers).toMatchObject({
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-cache",
    etag: expect.any(String),
  });
  const etag = String(first.headers.etag);
  const again = await app.inject({
    url: "/?phone=13800138000",
    headers: { "if-none-match": etag },
  });
  expect(again.statusCode).toBe(304);
});

test("assets carry a hash in their name, so they are kept for a year", async () => {
  const { headers } = await app.inject("/assets/main-Ab12.js");
  expect(headers["cache-control"]).toBe("public, max-age=31536000, immutable");
  const icon = await app.inject("/favicon.svg");
  expect(icon.headers["cache-control"]).toBe("no-cache");
});

const DECODERS = { br: brotliDecompressSync, gzip: gunzipSync };

test.each<[string, keyof typeof DECODERS | undefined]>([
  ["br", "br"],
  ["gzip, deflate", "gzip"],
  ["gzip, deflate, br", "br"],
  ["identity", undefined],
])("for a browser that takes %s the file goes out as %s", async (accepted, encoding) => {
  const { headers, rawPayload } = await app.inject({
    url: "/assets/main-Ab12.js",
    headers: { "accept-encoding": accepted },
  });
  expect(headers["content-encoding"]).toBe(encoding);
  expect(headers["content-type"]).toMatch(/^(text|application)\/javascript/);
  expect(headers["vary"]).toContain("accept-encoding");
  const decode = encoding === undefined ? Buffer.from : DECODERS[encoding];
  expect(decode(rawPayload).toString()).toBe(SCRIPT);
});

test.each([
  "/nothing",
  "/assets/../../package.json",
  "/..%2fpackage.json",
  "/assets/main-Ab12.js.br",
  "/assets",
])("%s is not there", async (url) => {
  expect((await app.inject(url)).statusCode).toBe(404);
});

test.each([
  [{ range: "bytes=99999999-" }, 416],
  [{ "if-match": '"another"' }, 412],
])("%o cannot be met, which is the asker's fault", async (headers, status) => {
  const response = await app.inject({ url: "/", headers });
  expect(response.statusCode).toBe(status);
});

test("scripts come from here alone, and no other site may frame the page", async () => {
  const { headers } = await app.inject("/");
  const policy = String(headers["content-security-policy"]).split(";");
  expect(policy).toContain("default-src 'self'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).toContain("object-src 'none'");
  expect(policy).toContain("base-uri 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain("upgrade-insecure-requests");
  expect(headers).toMatchObject({
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
  });
  expect(headers).not.toHaveProperty("strict-transport-security");
});

test("behind an https address the browser is told to stay with https", async () => {
  const { app: secure } = await createTestBff(NOBODY, { PUBLIC_URL: "https://calls.example.com" });
  const { headers } = await secure.inject("/healthz");
  expect(headers["content-security-policy"]).toContain("upgrade-insecure-requests");
  expect(headers).toHaveProperty("strict-transport-security");
  await secure.close();
});

test("without a build the server does not start, and says what to do", async () => {
  const empty = createTestBff(NOBODY, {}, { staticRoot: join(dist, "assets") });
  await expect(empty).rejects.toThrow(StartError);
  await expect(empty).rejects.toThrow("npm run build");
});

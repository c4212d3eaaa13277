import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestBff, type TestBff } from "#bff/bff.kit.ts";
import { problemSchema } from "#contract/api/errors.ts";

const dist = mkdtempSync(join(tmpdir(), "callscope-dist-"));
let bff: TestBff;
let url: string;
beforeAll(async () => {
  writeFileSync(join(dist, "index.html"), "<!doctype html><title>Callscope</title>");
  const environment = { CCC_INSTANCE_IDS: "ccc-test" };
  bff = await createTestBff("http://127.0.0.1:9", environment, { staticRoot: dist });
  url = await bff.app.listen({ host: "127.0.0.1", port: 0 });
});
afterAll(async () => {
  await bff.app.close();
  rmSync(dist, { recursive: true });
});

const READ = "GET, HEAD";

test.each([
  ["PUT", "/api/records", "GET, HEAD, POST"],
  ["GET", "/api/links", "POST"],
  ["PUT", "/api/records/job-1", READ],
  ["PUT", "/api/records/job-1/events", READ],
  ["PATCH", "/api/people", READ],
  ["DELETE", "/api/session", READ],
  ["OPTIONS", "/api/session", READ],
  ["GET", "/api/exports", "POST"],
  ["GET", "/api/counts", "POST"],
  ["PUT", "/api/counts", "POST"],
  ["POST", "/healthz", READ],
  ["POST", "/readyz", READ],
  ["DELETE", "/metrics", READ],
  ["POST", "/", READ],
  ["DELETE", "/index.html", READ],
  // The router knows nothing of it.
  ["PROPFIND", "/api/session", "GET, HEAD, POST"],
])("a %s of %s is refused, and %s is what it takes", async (method, path, allowed) => {
  const body = method.startsWith("P") ? "<whatever/>" : null;
  const reply = await fetch(url + path, { method, body });
  expect(reply.status).toBe(405);
  expect(reply.headers.get("allow")).toBe(allowed);
  expect(reply.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  const problem = problemSchema.parse(await reply.json());
  expect(problem).toMatchObject({ code: "method_not_allowed", status: 405 });
  expect(problem.detail).toContain(allowed);
  expect(problem.requestId).toBe(reply.headers.get("x-request-id"));
});

test.each(["/api/session", "/healthz", "/readyz", "/metrics", "/"])(
  "a HEAD of %s is answered as a GET is, without the body",
  async (path) => {
    const [head, get] = [await fetch(url + path, { method: "HEAD" }), await fetch(url + path)];
    expect(head.status).toBe(get.status);
    expect(head.headers.get("content-type")).toBe(get.headers.get("content-type"));
    expect(await head.text()).toBe("");
  },
);

test("a HEAD of what takes none, or is not there, is refused as a GET is", async () => {
  expect((await fetch(`${url}/api/counts`, { method: "HEAD" })).status).toBe(405);
  expect((await fetch(`${url}/api/nothing`, { method: "HEAD" })).status).toBe(404);
});

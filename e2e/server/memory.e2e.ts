import { Agent, request } from "node:http";
import { expect, test } from "playwright/test";
import { startServer } from "../kit/start-server.ts";
import { startStubUpstream } from "../kit/stub-upstream.ts";

/** `LONG_REQUESTS=20000` for as many as once ended a heap of 512 MB; 2,368 ended this one. */
const REQUESTS = Number(process.env["LONG_REQUESTS"] ?? 4_000);
const AT_ONCE = 256;
const WORDS = 3;
/** As long as a word may be. */
const WORD = "x".repeat(110);

test.setTimeout(240_000);

test("thousands of long questions, many at once, do not fill a small heap", async () => {
  const record = { ContactId: "job-1", StartTime: 1, SatisfactionDescription: "x".repeat(4_000) };
  const upstream = await startStubUpstream({ TotalCount: 1, List: [record] });
  const server = await startServer({
    ...upstream.environment,
    NODE_OPTIONS: "--max-old-space-size=128",
    CACHE_MEGABYTES: "16",
    REQUEST_MEGABYTES: "16",
    // Whoever waits, waits: this is about memory.
    LONGEST_WAIT_MS: "60000",
    UPSTREAM_TIMEOUT_MS: "60000",
  });
  // Node's own client costs a fraction of `fetch`.
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const get = (path: string, tab: number) =>
    new Promise<string>((resolve) => {
      const headers = { "x-callscope-tab": `tab-${tab}` };
      request(server.url + path, { agent, headers }, (reply) => {
        reply.resume().once("end", () => resolve(String(reply.statusCode)));
      })
        .once("error", (error) => resolve(error.message))
        .end();
    });
  const statuses = new Map<string, number>();
  let asked = 0;
  const ask = async (_unused: unknown, tab: number) => {
    for (let index = (asked += 1); index <= REQUESTS; index = asked += 1) {
      const words = Array.from({ length: WORDS }, (_none, part) => `${index}-${part}-${WORD}`);
      const status = await get(`/api/records?from=0&to=1000&satDesc=${words.join(",")}`, tab);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, ask));
    statuses.set("health", Number(await get("/healthz", 0)));
  } finally {
    agent.destroy();
    const exitCode = await server.stop();
    upstream.close();
    expect(exitCode, server.output()).toBe(0);
  }
  expect(Object.fromEntries(statuses)).toEqual({ 200: REQUESTS, health: 200 });
});

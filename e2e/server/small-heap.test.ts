import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Pool } from "undici";
import { expect, onTestFinished, test } from "vitest";
import { startServer } from "../kit/start-server.ts";

/** `SMALL_HEAP_REQUESTS=20000` for the whole of it: a heap of 128 MB once ended after 2,368. */
const REQUESTS = Number(process.env["SMALL_HEAP_REQUESTS"] ?? 4_000);
const AT_ONCE = 200;
const HEAP = "--max-old-space-size=128";
/** As many words of a customer's own as a request line has room for, about. */
const wordsOf = (request: number) =>
  Array.from({ length: 14 }, (_unused, word) => `${request}-${word}${"满意".repeat(50)}`).join();

test("a small heap outlives any number of long requests, all of them different", async () => {
  const upstream = createServer((request, response) => {
    request.resume();
    response.writeHead(200, { "content-type": "application/json" });
    const List = [{ ContactId: "call", StartTime: 5, ReleaseReason: "x".repeat(2_000) }];
    const Data = { TotalCount: 1, PageNumber: 1, PageSize: 100, List };
    response.end(JSON.stringify({ Code: "OK", HttpStatusCode: 200, RequestId: "long", Data }));
  });
  await new Promise<void>((resolve) => {
    upstream.listen(0, "127.0.0.1", resolve);
  });
  onTestFinished(() => {
    upstream.closeAllConnections();
    upstream.close();
  });
  // The address of a TCP server is an object.
  const { port } = upstream.address() as AddressInfo;
  const server = await startServer({
    NODE_OPTIONS: HEAP,
    CCC_ENDPOINT: `http://127.0.0.1:${port}`,
    CCC_INSTANCE_IDS: "centre",
    ALIBABA_CLOUD_ACCESS_KEY_ID: "test-key-id",
    ALIBABA_CLOUD_ACCESS_KEY_SECRET: "test-key-secret",
  });
  onTestFinished(async () => {
    await server.stop();
  });
  const pool = new Pool(server.url, { connections: AT_ONCE });
  onTestFinished(() => pool.close());

  const statuses = new Map<number, number>();
  let next = 0;
  const client = async () => {
    while (next < REQUESTS) {
      next += 1;
      const words = encodeURIComponent(wordsOf(next));
      const path = `/api/records?instance=centre&from=0&to=10&sat=1&satDesc=${words}`;
      const reply = await pool.request({ method: "GET", path });
      await reply.body.dump();
      statuses.set(reply.statusCode, (statuses.get(reply.statusCode) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, client));
  // Answered, or told to come again later.
  expect([...statuses.keys()].filter((status) => status !== 200 && status !== 503)).toEqual([]);
  expect(statuses.get(200)).toBeGreaterThan(REQUESTS / 100);
  const health = await pool.request({ method: "GET", path: "/healthz" });
  await health.body.dump();
  expect(health.statusCode).toBe(200);
}, 180_000);

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "playwright/test";
import { startServer } from "../kit/start-server.ts";

const REQUESTS = 4_000;
const AT_ONCE = 16;
/** As long as Node lets a request's line be, nearly. */
const LONG = "满意".repeat(200);

test("thousands of long questions do not fill a small heap", async () => {
  const record = { ContactId: "job-1", StartTime: 1, SatisfactionDescription: "x".repeat(40_000) };
  const body = JSON.stringify({
    Code: "OK",
    RequestId: "r",
    Data: { TotalCount: 1, List: [record] },
  });
  const upstream = createServer({ maxHeaderSize: 128 * 1024 }, (_request, response) => {
    response.setHeader("content-type", "application/json").end(body);
  });
  await new Promise<void>((resolve) => upstream.listen(0, "127.0.0.1", resolve));
  // The address of a TCP server is an object.
  const { port } = upstream.address() as AddressInfo;
  const server = await startServer({
    ALIBABA_CLOUD_ACCESS_KEY_ID: "key-id",
    ALIBABA_CLOUD_ACCESS_KEY_SECRET: "key-secret",
    CCC_ENDPOINT: `http://127.0.0.1:${port}`,
    CCC_INSTANCE_IDS: "ccc-test",
    NODE_OPTIONS: "--max-old-space-size=96",
    CACHE_MEGABYTES: "16",
  });
  let asked = 0;
  let failed = 0;
  const ask = async () => {
    for (let index = (asked += 1); index <= REQUESTS; index = asked += 1) {
      const words = Array.from(
        { length: 3 },
        (_unused, part) => `${index}-${part}-${LONG.slice(0, 100)}`,
      );
      const search = new URLSearchParams({ from: "0", to: "1000", satDesc: words.join(",") });
      const reply = await fetch(`${server.url}/api/records?${search}`);
      await reply.arrayBuffer();
      if (!reply.ok) failed += 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, ask));
  expect(failed).toBe(0);
  expect(await server.stop(), server.output()).toBe(0);
  upstream.close();
});

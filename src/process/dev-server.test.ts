import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { startDevServer } from "./dev-server.ts";

test("what a page sends reaches the BFF under the host that the page knows", async () => {
  const heard: (string | undefined)[] = [];
  const bff = createServer((request, response) => {
    heard.push(request.headers.host, request.headers.origin);
    response.end("{}");
  });
  await new Promise<void>((resolve) => bff.listen(0, "127.0.0.1", resolve));
  // The address of a TCP server is an object.
  const { port } = bff.address() as AddressInfo;
  const dev = await startDevServer({ host: "127.0.0.1", port: 0 }, `http://127.0.0.1:${port}`, [
    "/api",
  ]);
  const { host, origin } = new URL(dev.address);
  await fetch(`${dev.address}/api/counts`, { method: "POST", headers: { origin }, body: "{}" });
  expect(heard).toEqual([host, origin]);
  await dev.close();
  bff.close();
});

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setInterval } from "node:timers";
import type { FastifyRequest } from "fastify";
import { expect, onTestFinished, test } from "vitest";
import { createPeaks } from "./create-peaks.ts";
import { createStorage } from "./storage.ts";

test("a storage that gives a byte now and then holds nobody's place for good", async () => {
  const server = createServer((_request, response) => {
    response.writeHead(200, { "content-type": "audio/wav" });
    // A head that is none yet.
    response.write("RIFF\0\0\0\0WAVE");
    const dripping = setInterval(() => response.write("x"), 20);
    response.on("close", () => clearInterval(dripping));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  // It listens at an address, not at a pipe.
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const storage = createStorage({ hosts: [], upstreamOrigin: origin, timeoutMs: 2_000 });
  onTestFinished(() => storage.close());
  const peaks = createPeaks(
    {
      fetch: (_request, { contactId }, headers, signal) =>
        storage.fetch(`${origin}/${contactId}.wav`, headers, signal),
    },
    Date.now,
    200,
  );
  const recording = (contactId: string) => ({ instance: "ccc-test", contactId, record: {} });
  // Of a request the storage knows nothing.
  const asked = ["job-1", "job-2", "job-3"].map((id) =>
    peaks({} as FastifyRequest, recording(id), new AbortController().signal),
  );
  for (const one of await Promise.allSettled(asked))
    expect(one).toMatchObject({ reason: { code: "storage_failed", parts: { status: 504 } } });
});

import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

export interface StubUpstream {
  readonly http: Server;
  /** What a server needs to ask it. */
  readonly environment: Readonly<Record<string, string>>;
  close(): void;
}

/** Longer than Node's own limit: filters by the customer's own words go in the address. */
const MOST_HEADER_BYTES = 128 * 1024;

/**
 * An upstream that answers whatever it is asked with the same data, for what is about the server alone: it
 * costs hardly anything, and its numbers may be as great as one likes.
 *
 * @param delayMs how long each answer takes
 */
export async function startStubUpstream(data: object, delayMs = 0): Promise<StubUpstream> {
  const body = JSON.stringify({ Code: "OK", RequestId: "r", Data: data });
  const http = createServer({ maxHeaderSize: MOST_HEADER_BYTES }, async (_request, response) => {
    if (delayMs > 0) await sleep(delayMs);
    response.setHeader("content-type", "application/json").end(body);
  });
  await once(http.listen(0, "127.0.0.1"), "listening");
  // The address of a TCP server is an object.
  const { port } = http.address() as AddressInfo;
  return {
    http,
    environment: {
      ALIBABA_CLOUD_ACCESS_KEY_ID: "key-id",
      ALIBABA_CLOUD_ACCESS_KEY_SECRET: "key-secret",
      CCC_ENDPOINT: `http://127.0.0.1:${port}`,
      CCC_INSTANCE_IDS: "ccc-test",
    },
    close() {
      http.closeAllConnections();
      http.close();
    },
  };
}

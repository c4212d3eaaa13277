import { once } from "node:events";
import { createServer, request as httpRequest } from "node:http";
import type { AddressInfo } from "node:net";

/** Stands before a server, and counts what it sends. */
export interface CountedServer {
  readonly url: string;
  /** Bytes of bodies that came from the paths counted, between two instants, ms. */
  sent(from: number, to: number): number;
  close(): Promise<void>;
}

/** @param isCounted whether what a path answers is counted */
export async function countSent(
  origin: string,
  isCounted: (path: string) => boolean,
): Promise<CountedServer> {
  const pieces: { readonly at: number; readonly bytes: number }[] = [];
  const proxy = createServer(({ method, headers, url = "" }, response) => {
    const passedOn = httpRequest(origin + url, { method, headers }, (reply) => {
      response.writeHead(reply.statusCode ?? 502, reply.headers);
      if (isCounted(url))
        reply.on("data", ({ length }: Buffer) => pieces.push({ at: Date.now(), bytes: length }));
      reply.on("error", () => response.destroy()).pipe(response);
    });
    passedOn.on("error", () => response.destroy()).end();
    response.on("close", () => passedOn.destroy());
  });
  await once(proxy.listen(0, "127.0.0.1"), "listening");
  // The address of a TCP server is an object.
  const { port } = proxy.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    sent: (from, to) =>
      pieces.reduce((sum, { at, bytes }) => (at >= from && at <= to ? sum + bytes : sum), 0),
    async close() {
      proxy.closeAllConnections();
      proxy.close();
      await once(proxy, "close");
    },
  };
}

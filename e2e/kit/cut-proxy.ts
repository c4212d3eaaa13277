import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";

/** A stretch of network before a server, which passes bytes on until it is told to cut. */
export interface CutProxy {
  readonly url: string;
  /** Breaks off the next connections that pass on so many bytes to the client from now on. */
  cut(connections: number, afterBytes: number): void;
  /** How many were broken off so far. */
  readonly cuts: number;
  close(): Promise<void>;
}

export async function startCutProxy(target: string): Promise<CutProxy> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  let toCut = 0;
  let limit = 0;
  let since = 0;
  let cuts = 0;
  const server = createServer((client) => {
    const onward = connect(Number(port), hostname);
    for (const socket of [client, onward]) {
      sockets.add(socket);
      socket.on("error", () => undefined);
      socket.on("close", () => {
        sockets.delete(socket);
        client.destroy();
        onward.destroy();
      });
    }
    client.pipe(onward);
    let passed = 0;
    let countedSince = since;
    onward.on("data", (bytes) => {
      if (countedSince !== since) passed = 0;
      countedSince = since;
      passed += bytes.length;
      if (toCut > 0 && passed >= limit) {
        toCut -= 1;
        cuts += 1;
        client.resetAndDestroy();
      } else if (!client.write(bytes)) {
        onward.pause();
        client.once("drain", () => onward.resume());
      }
    });
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  // A server that listens on a port has such an address.
  const { port: own } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${own}`,
    get cuts() {
      return cuts;
    },
    cut(connections, afterBytes) {
      toCut = connections;
      limit = afterBytes;
      since += 1;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";

/** A stretch of network before a server, which passes bytes on until it is told to cut. */
export interface CutProxy {
  readonly url: string;
  /** Breaks off each connection once it has passed on so many bytes to the client; undefined: none any more. */
  cutAfter(bytes: number | undefined): void;
  close(): Promise<void>;
}

export async function startCutProxy(target: string): Promise<CutProxy> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  let limit: number | undefined;
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
    onward.on("data", (bytes) => {
      passed += bytes.length;
      if (limit === undefined || passed < limit) {
        if (!client.write(bytes)) {
          onward.pause();
          client.once("drain", () => onward.resume());
        }
      } else client.resetAndDestroy();
    });
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  // A server that listens on a port has such an address.
  const { port: own } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${own}`,
    cutAfter(bytes) {
      limit = bytes;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

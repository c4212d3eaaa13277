import { once } from "node:events";
import { createServer, request as httpRequest } from "node:http";

/** What stands in front of several replicas, and gives each request to the next of them. */
export interface TurnsProxy {
  /** Origins, in their order; they may be others from one request to the next. */
  replicas: readonly string[];
  /** How many requests each origin has been given. */
  readonly given: ReadonlyMap<string, number>;
  close(): Promise<void>;
}

/** Listens on the loopback; the `Host` of a request goes on as it came. */
export async function startTurnsProxy(port: number): Promise<TurnsProxy> {
  const given = new Map<string, number>();
  let turn = 0;
  const server = createServer((request, response) => {
    turn += 1;
    const replica = proxy.replicas[turn % proxy.replicas.length] ?? "";
    given.set(replica, (given.get(replica) ?? 0) + 1);
    const { method, headers, url } = request;
    const passedOn = httpRequest(replica + url, { method, headers }, (reply) => {
      response.writeHead(reply.statusCode ?? 502, reply.headers);
      reply.pipe(response);
    });
    passedOn.on("error", () => response.destroy());
    request.pipe(passedOn);
  });
  const proxy: TurnsProxy = {
    replicas: [],
    given,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
  await once(server.listen(port, "127.0.0.1"), "listening");
  return proxy;
}

import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";

/** A port that nobody listens on, for an address that has to be known before there is a server. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await once(server.listen(0, "127.0.0.1"), "listening");
  // The address of a TCP server is an object.
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

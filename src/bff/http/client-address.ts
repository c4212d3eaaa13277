import { isIP } from "node:net";
import type { FastifyRequest } from "fastify";

/** `::ffff:192.0.2.7`: how a socket of both families names an address of the older. */
const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/**
 * The address that a request comes from: of the connection, or what trusted proxies say. What they say may
 * be no address at all, where somebody behind them has made it up; then it is the proxy's own.
 */
export function clientAddress({ ip, socket }: Pick<FastifyRequest, "ip" | "socket">): string {
  const address = isIP(ip) === 0 ? (socket.remoteAddress ?? "") : ip;
  // A zone is of the machine that it was seen from.
  const [plain = ""] = address.split("%");
  return MAPPED.exec(plain)?.[1] ?? plain;
}

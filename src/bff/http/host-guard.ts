import type { FastifyInstance } from "fastify";
import { BffError } from "./bff-error.ts";
import type { Config } from "#process/config.ts";
import { isLoopbackHost } from "#process/loopback.ts";

/**
 * Answers only to the names the server goes by. A page of any site may point its own name at
 * 127.0.0.1 and then read the answers as its own (DNS rebinding); the `Host` header gives it away.
 */
export function addHostGuard(app: FastifyInstance, config: Pick<Config, "publicUrl">): void {
  const publicHost = config.publicUrl === undefined ? undefined : new URL(config.publicUrl).host;
  app.addHook("onRequest", async (request) => {
    if (request.host === publicHost || isLoopbackHost(hostName(request.host))) return;
    throw new BffError("permission_denied", {
      status: 421,
      detail: "The Host header is not a name of this server; PUBLIC_URL may add one.",
    });
  });
}

/** Without the port. */
function hostName(host: string): string {
  return host.replace(/:\d*$/, "");
}

import type { IncomingMessage } from "node:http";
import type { FastifyInstance } from "fastify";
import { isLoopbackHost } from "#process/loopback.ts";
import type { ServerSettings } from "#process/settings/server-settings.ts";
import { BffError } from "./bff-error.ts";

/**
 * The host guard refuses a request to any name but the server's own. A page of any site may point its
 * name at 127.0.0.1 and then read the answers as its own (DNS rebinding); the `Host` header gives it
 * away.
 */
export function addHostGuard(
  app: FastifyInstance,
  settings: Pick<ServerSettings, "publicUrl">,
): void {
  const publicUrl = settings.publicUrl === undefined ? undefined : new URL(settings.publicUrl);
  app.addHook("onRequest", async (request) => {
    // Node takes the first of several; a proxy in front may have looked at another.
    if (hostCount(request.raw) !== 1)
      throw new BffError("invalid_parameter", { detail: "There must be one Host header." });
    // Not Fastify's `host`, which is what a trusted proxy says of another: that has no name of ours to give.
    const { host = "" } = request.headers;
    if (isPublic(host, publicUrl) || isLoopbackHost(hostName(host))) return;
    throw new BffError("permission_denied", {
      status: 421,
      detail: "The Host header is not a name of this server; PUBLIC_URL may add one.",
    });
  });
}

/** Whether it is the public host, in whatever case, the scheme's own port written or not. */
function isPublic(host: string, publicUrl: URL | undefined): boolean {
  if (publicUrl === undefined || !URL.canParse(`${publicUrl.protocol}//${host}`)) return false;
  return new URL(`${publicUrl.protocol}//${host}`).origin === publicUrl.origin;
}

/** In raw headers names and values alternate. */
function hostCount({ rawHeaders }: Pick<IncomingMessage, "rawHeaders">): number {
  return rawHeaders.filter((text, index) => index % 2 === 0 && text.toLowerCase() === "host")
    .length;
}

/** Without the port. */
function hostName(host: string): string {
  return host.replace(/:\d*$/, "");
}

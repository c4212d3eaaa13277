import type { FastifyInstance, FastifyRequest } from "fastify";
import type { ServerSettings } from "#process/settings/server-settings.ts";
import { BffError } from "./bff-error.ts";

/** What a page of another site has no business with; files it may fetch as anyone may. */
const GUARDED = /^\/(api|metrics|auth\/logout)(\/|$)/;
/**
 * What it may lead a reader to, but has no business with a part of: its pictures of them would use up what
 * one address may ask of signing in.
 */
const PAGES = /^\/auth(\/|$)/;

/**
 * Refuses what a page of another site sends. Its browser would not let it read the answer, but the
 * upstream would be asked all the same, and how long that takes tells whether a number has called.
 * Programs other than browsers send neither header. A page beside ours (`same-site`: another port of
 * the same machine) is another site too.
 *
 * Authority: https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Sec-Fetch-Site
 */
export function addSiteGuard(
  app: FastifyInstance,
  settings: Pick<ServerSettings, "publicUrl">,
): void {
  app.addHook("onRequest", async (request) => {
    // The route that was matched, not the address: `/%61pi` leads to the same.
    const route = request.routeOptions.url ?? request.url;
    if (!GUARDED.test(route) && !(PAGES.test(route) && isPart(request))) return;
    if (isFromElsewhere(request, settings.publicUrl))
      throw new BffError("permission_denied", {
        detail: "The request comes from a page of another site.",
      });
  });
}

/** A picture, a frame, a script's request: anything but a page of its own. */
function isPart({ headers }: FastifyRequest): boolean {
  const destination = headers["sec-fetch-dest"];
  return destination !== undefined && destination !== "document";
}

function isFromElsewhere({ headers }: FastifyRequest, publicUrl: string | undefined) {
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") return true;
  const { origin, host = "" } = headers;
  if (origin === undefined || origin === publicUrl) return false;
  // Under its public name the server is reached by the public address alone.
  const isPublic = publicUrl !== undefined && new URL(publicUrl).host === host;
  return isPublic || origin !== `http://${host}`;
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { BffError } from "#bff/http/bff-error.ts";
import { BFF_PATHS } from "#bff/http/bff-paths.ts";
import { CALL_BACK_ROUTE } from "#contract/api/call-back.ts";
import { COUNTS_ROUTE } from "#contract/api/counts.ts";
import { EVENTS_ROUTE } from "#contract/api/events.ts";
import { EXPORTS_ROUTE } from "#contract/api/exports.ts";
import { LINKS_ROUTE, RECORDS_ROUTE, SESSION_ROUTE } from "#contract/api/first-paths.ts";
import { PEOPLE_ROUTE } from "#contract/api/people.ts";
import { RECORD_ROUTE } from "#contract/api/record.ts";
import { DOWNLOAD_ROUTE, PEAKS_ROUTE, RECORDING_ROUTE } from "#contract/api/recording.ts";
import { REPEAT_ROUTE } from "#contract/api/repeat.ts";
import { REVEAL_ROUTE } from "#contract/api/reveal.ts";
import { hasRight, type RightName } from "#contract/api/rights.ts";
import { SAMPLE_ROUTE } from "#contract/api/sample.ts";
import { TEAM_VIEWS_ROUTE } from "#contract/api/team-views.ts";
import { WHOLE_EXPORT_ROUTE } from "#contract/api/whole-export.ts";
import type { AccessFile } from "./access-file.ts";
import type { Identify } from "./identity.ts";
import { readerFor } from "./reader-for.ts";
import { noteReader, noteWho, OPERATOR, type Reader } from "./reader.ts";

/** What a request needs: `nothing`, anybody may send it; `role`, whoever has one; or a right as well. */
type Need = "nothing" | "role" | RightName;

/**
 * What each route needs. A route that is not here is not served: the server does not start. What a route
 * gives, and to whom, is bounded further by `view-within.ts` and `calls-within.ts`.
 */
export const NEEDS: Readonly<Record<string, Need>> = {
  "GET /healthz": "nothing",
  "GET /readyz": "nothing",
  "GET /metrics": "role",
  [`GET ${SESSION_ROUTE}`]: "role",
  [`GET ${RECORDS_ROUTE}`]: "role",
  [`POST ${RECORDS_ROUTE}`]: "role",
  [`POST ${LINKS_ROUTE}`]: "role",
  [`POST ${COUNTS_ROUTE}`]: "role",
  [`POST ${SAMPLE_ROUTE}`]: "role",
  [`POST ${REPEAT_ROUTE}`]: "role",
  [`POST ${CALL_BACK_ROUTE}`]: "role",
  [`GET ${RECORD_ROUTE}`]: "role",
  [`GET ${EVENTS_ROUTE}`]: "role",
  [`POST ${REVEAL_ROUTE}`]: "revealNumbers",
  [`GET ${RECORDING_ROUTE}`]: "listen",
  [`GET ${PEAKS_ROUTE}`]: "listen",
  [`GET ${DOWNLOAD_ROUTE}`]: "download",
  [`POST ${EXPORTS_ROUTE}`]: "exportPage",
  [`GET ${WHOLE_EXPORT_ROUTE}`]: "exportAll",
  [`GET ${PEOPLE_ROUTE}`]: "role",
  [`GET ${TEAM_VIEWS_ROUTE}`]: "role",
};

export interface ReaderGuardDeps {
  /** Absent: nobody signs in. */
  readonly identify: Identify | undefined;
  /** Absent: who signs in has no role. */
  readonly access: AccessFile | undefined;
}

/**
 * The one place where it is decided who may send a request: by the route that was matched, whatever the
 * address looked like, before anything else is done for it.
 */
export function addReaderGuard(app: FastifyInstance, deps: ReaderGuardDeps): void {
  app.addHook("onRoute", ({ url, method, config }) => {
    if (config?.refusesMethod) return;
    const missing = [method].flat().find((one) => needOf(one, url) === undefined);
    if (missing !== undefined)
      throw new Error(`Nothing says what a reader needs for ${missing} ${url}.`);
  });
  app.addHook("onRequest", async (request, reply) => {
    const need = needOfRequest(request);
    if (need === "nothing") return;
    const reader = await readerFrom(request, reply, deps);
    if (need !== "role" && !hasRight(reader.rights, need))
      throw new BffError("right_missing", { right: need });
    noteReader(request, reader);
  });
}

function needOf(method: string, url: string): Need | undefined {
  // A file of the browser's half, or a way to sign in.
  if (!isUnder(url, BFF_PATHS) || isUnder(url, ["/auth"])) return "nothing";
  return NEEDS[`${method === "HEAD" ? "GET" : method} ${url}`];
}

function needOfRequest({ method, url, routeOptions }: FastifyRequest): Need {
  const isClosed = isUnder(routeOptions.url ?? url, ["/api", "/metrics"]);
  // What is refused in any case tells nobody from outside which routes there are.
  if (routeOptions.url === undefined || routeOptions.config.refusesMethod)
    return isClosed ? "role" : "nothing";
  // Of every route that is served it was asked as it was added.
  return needOf(method, routeOptions.url) ?? "role";
}

function isUnder(url: string, paths: readonly string[]): boolean {
  return paths.some((path) => url.startsWith(path) && /^($|[/?])/.test(url.slice(path.length)));
}

/** @throws BffError `sign_in_required`, `no_role` */
async function readerFrom(
  request: FastifyRequest,
  reply: FastifyReply,
  { identify, access }: ReaderGuardDeps,
): Promise<Reader> {
  if (identify === undefined) return OPERATOR;
  const identity = await identify(request, reply);
  if (identity === undefined) throw new BffError("sign_in_required");
  noteWho(request, identity);
  const reader = access === undefined ? undefined : readerFor(access, identity);
  if (reader !== undefined) return reader;
  const signedInAs = identity.name ?? identity.subject;
  throw new BffError("no_role", { signedInAs, whomToAsk: access?.whomToAsk });
}

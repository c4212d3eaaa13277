import type { FastifyInstance } from "fastify";
import type { Audit } from "#bff/access/audit/create-audit.ts";
import type { InstanceDirectory } from "#bff/access/instance-directory.ts";
import { readerName } from "#bff/access/reader-name.ts";
import { rightsText } from "#bff/access/reader.ts";
import { createByteCache } from "#bff/calls/byte-cache.ts";
import { callInTurn } from "#bff/calls/call-in-turn.ts";
import { requestKey } from "#bff/calls/request-key.ts";
import { createSharedFlights } from "#bff/calls/shared-flights.ts";
import { tallySpent } from "#bff/calls/tally-spent.ts";
import type { UpstreamLimiter } from "#bff/calls/upstream-limiter.ts";
import { readQuery, refuseProblems } from "#bff/http/read-query.ts";
import { replySignal } from "#bff/http/reply-signal.ts";
import { listPeople } from "#bff/upstream/list-people.ts";
import type { UpstreamClient } from "#bff/upstream/upstream-client.ts";
import {
  PEOPLE_ROUTE,
  readPeopleRequest,
  type FoundPeople,
  type PeopleReply,
} from "#contract/api/people.ts";

export interface PeopleRouteDeps {
  readonly upstream: UpstreamClient;
  readonly limiter: UpstreamLimiter;
  readonly instances: InstanceDirectory;
  readonly audit: Audit;
  readonly now: () => number;
}

const KEEP_MS = 60_000;
/** A thousand searches, of some 3 kB each. */
const KEPT_BYTES = 4_000_000;
/** Both of a person, about, with what holds them. */
const bytesOf = ({ people }: FoundPeople) =>
  people.reduce((sum, { id, name }) => sum + 2 * (id.length + name.length) + 200, 0);

/**
 * `GET /api/people`: agents or skill groups by a part of their name. Equal searches under way are
 * one call, and what was found is kept for a minute, for readers of equal rights.
 */
export function addPeopleRoute(app: FastifyInstance, deps: PeopleRouteDeps): void {
  const { upstream, limiter, instances, audit, now } = deps;
  const kept = createByteCache<FoundPeople>(KEPT_BYTES, now);
  const flights = createSharedFlights<FoundPeople>();

  app.get(PEOPLE_ROUTE, async (request, reply): Promise<PeopleReply> => {
    const signal = replySignal(reply);
    const { request: asked, problems } = readPeopleRequest(readQuery(request.url));
    refuseProblems(problems);
    const { kind, q } = asked;
    const instance = await instances.pick(asked.instance);
    const key = requestKey([rightsText(request), instance, kind, q]);
    const known = kept.get(key);
    const { spent, onSpent } = tallySpent();
    if (known !== undefined) {
      await audit.people(request, { instance, kind, q }, known.people.length);
      return { ...known, spent };
    }
    const name = readerName(request);
    limiter.admit("facets", { reader: name, bytes: 0 });
    const people = await flights.join(key, signal, async (flightSignal) => {
      const found = await callInTurn(
        limiter,
        // A search while one types is worth less than the rows that somebody waits for.
        {
          purpose: "facets",
          readerName: name,
          instance,
          signal: flightSignal,
          party: request,
          onSpent,
        },
        (options) => listPeople(upstream, { instance, kind, q }, options),
      );
      kept.set(key, found, bytesOf(found), KEEP_MS);
      return found;
    });
    await audit.people(request, { instance, kind, q }, people.people.length);
    return { ...people, spent };
  });
}

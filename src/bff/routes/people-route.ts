import type { FastifyInstance } from "fastify";
import type { Audit } from "#bff/access/audit/create-audit.ts";
import type { InstanceDirectory } from "#bff/access/instance-directory.ts";
import type { OwnPeople } from "#bff/access/own-people.ts";
import { rightsText, scopeOf } from "#bff/access/own-scope.ts";
import { readerName } from "#bff/access/reader-name.ts";
import { readerOf } from "#bff/access/reader.ts";
import { hidesNumbers, shownTo } from "#bff/access/shown-to.ts";
import { createByteCache } from "#bff/calls/byte-cache.ts";
import { callInTurn } from "#bff/calls/call-in-turn.ts";
import { requestKey } from "#bff/calls/request-key.ts";
import { createSharedFlights } from "#bff/calls/shared-flights.ts";
import { tallySpent } from "#bff/calls/tally-spent.ts";
import type { UpstreamLimiter } from "#bff/calls/upstream-limiter.ts";
import { readQuery, refuseProblems } from "#bff/http/read-query.ts";
import { replySignal } from "#bff/http/reply-signal.ts";
import { listPeople, MOST_PEOPLE } from "#bff/upstream/list-people.ts";
import type { UpstreamClient } from "#bff/upstream/upstream-client.ts";
import {
  PEOPLE_ROUTE,
  readPeopleRequest,
  type FoundPeople,
  type PeopleReply,
  type Person,
} from "#contract/api/people.ts";
import { withinInstance } from "#contract/api/scope.ts";
import { FILTERS } from "#contract/filter/filters.ts";

export interface PeopleRouteDeps {
  readonly upstream: UpstreamClient;
  readonly limiter: UpstreamLimiter;
  readonly instances: InstanceDirectory;
  readonly ownPeople: OwnPeople;
  readonly audit: Audit;
  readonly now: () => number;
}

/** What a mask may hide. */
const HAS_NUMERAL = /\p{N}/u;
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
  const { upstream, limiter, instances, ownPeople, audit, now } = deps;
  const kept = createByteCache<FoundPeople>(KEPT_BYTES, now);
  const flights = createSharedFlights<FoundPeople>();

  app.get(PEOPLE_ROUTE, async (request, response): Promise<PeopleReply> => {
    const signal = replySignal(response);
    const { request: asked, problems } = readPeopleRequest(readQuery(request.url));
    refuseProblems(problems);
    const { kind, q } = asked;
    const reader = readerOf(request);
    const mine = instances.of(reader.rights);
    const instance = await mine.pick(asked.instance);
    const { spent, onSpent } = tallySpent();
    const shown = shownTo(reader);
    const answer = async ({ people: found, more }: FoundPeople): Promise<PeopleReply> => {
      // Found by what is hidden in their name, it would be told sign by sign.
      const people = found
        .map(({ id, name }) => ({
          id,
          name: shown.text(name),
          isMasked: shown.text(name) !== name,
        }))
        .filter((person) => !person.isMasked || isNamed(person, q));
      await audit.people(request, { instance, kind, q }, people.length);
      return {
        people: people.map(({ id, name }) => ({ id, name })),
        // Of who was found by what is hidden nothing is told, not that there are more of them either.
        more: hidesNumbers(reader) && HAS_NUMERAL.test(q) ? people.length >= MOST_PEOPLE : more,
        spent,
      };
    };
    const scope = scopeOf(reader);
    // Of the other kind there is no list of those who have calls within the scope.
    if (scope !== undefined && FILTERS[scope.filter].people !== kind)
      return answer({ people: [], more: false });
    if (scope !== undefined) {
      const own = await ownPeople.of(reader, scope, await mine.list());
      const people = withinInstance(own, instance).filter((person) => isNamed(person, q));
      return answer({ people, more: false });
    }
    const key = requestKey([rightsText(reader), instance, kind, q]);
    const known = kept.get(key);
    if (known !== undefined) return answer(known);
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
    return answer(people);
  });
}

function isNamed({ id, name }: Person, q: string): boolean {
  return [id, name].some((text) => text.toLowerCase().includes(q.toLowerCase()));
}

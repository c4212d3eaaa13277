import type { FastifyInstance } from "fastify";
import type { Openings } from "#bff/access/audit/create-openings.ts";
import { scopeOf } from "#bff/access/own-scope.ts";
import { readerName } from "#bff/access/reader-name.ts";
import { readerOf } from "#bff/access/reader.ts";
import { shownTo } from "#bff/access/shown-to.ts";
import { callInTurn } from "#bff/calls/call-in-turn.ts";
import { tallySpent } from "#bff/calls/tally-spent.ts";
import { readQuery, refuseProblems } from "#bff/http/read-query.ts";
import { replySignal } from "#bff/http/reply-signal.ts";
import { getEvents } from "#bff/upstream/get-events.ts";
import { EVENTS_ROUTE, type EventsReply } from "#contract/api/events.ts";
import { readRecordRequest } from "#contract/api/record.ts";
import { readRecord, type ReadRecordDeps } from "./read-record.ts";

export interface EventsRouteDeps extends ReadRecordDeps {
  readonly openings: Openings;
}

/** `GET /api/records/:contactId/events?instance=`: what happened in one call, side by side. */
export function addEventsRoute(app: FastifyInstance, deps: EventsRouteDeps): void {
  const { upstream, limiter, instances, openings } = deps;
  app.get<{ Params: { contactId: string } }>(
    EVENTS_ROUTE,
    async (request, reply): Promise<EventsReply> => {
      const signal = replySignal(reply);
      const query = readQuery(request.url);
      const { request: asked, problems } = readRecordRequest(request.params.contactId, query);
      refuseProblems(problems);
      const reader = readerOf(request);
      const { contactId } = asked;
      const instance = await instances.of(reader.rights).pick(asked.instance);
      const { spent, onSpent } = tallySpent();
      // Whose call it is, the record says: what this operation's reply has of it is not known.
      if (scopeOf(reader) !== undefined)
        onSpent((await readRecord(request, { contactId, instance }, signal, deps)).spent);
      const { sides, requestId } = await callInTurn(
        limiter,
        {
          // Durations are drawn until it comes, so it is worth less than rows.
          purpose: "facets",
          readerName: readerName(request),
          instance,
          signal,
          party: request,
          onSpent,
        },
        (options) => getEvents(upstream, { instance, contactId }, options),
      );
      await openings.openedPart(request, { instance, contactId });
      const shown = shownTo(reader);
      return { sides: sides.map(shown.events), requestId: requestId ?? request.id, spent };
    },
  );
}

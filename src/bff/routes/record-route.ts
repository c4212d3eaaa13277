import type { FastifyInstance } from "fastify";
import type { Openings } from "#bff/access/audit/create-openings.ts";
import { readerOf } from "#bff/access/reader.ts";
import { shownTo } from "#bff/access/shown-to.ts";
import { readQuery, refuseProblems } from "#bff/http/read-query.ts";
import { replySignal } from "#bff/http/reply-signal.ts";
import { readRecordRequest, RECORD_ROUTE, type RecordReply } from "#contract/api/record.ts";
import { readRecord, type ReadRecordDeps } from "./read-record.ts";

export interface RecordRouteDeps extends ReadRecordDeps {
  readonly openings: Openings;
}

/** `GET /api/records/:contactId?instance=`: one call record, whatever page of a view it is on. */
export function addRecordRoute(app: FastifyInstance, deps: RecordRouteDeps): void {
  app.get<{ Params: { contactId: string } }>(
    RECORD_ROUTE,
    async (request, reply): Promise<RecordReply> => {
      const signal = replySignal(reply);
      const query = readQuery(request.url);
      const { request: asked, problems } = readRecordRequest(request.params.contactId, query);
      refuseProblems(problems);
      const { record, requestId, spent, instance } = await readRecord(request, asked, signal, deps);
      await deps.openings.opened(request, { instance, contactId: asked.contactId });
      return { record: shownTo(readerOf(request)).record(record), requestId, spent };
    },
  );
}

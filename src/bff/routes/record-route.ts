import type { FastifyInstance } from "fastify";
import { readerOf } from "#bff/access/reader.ts";
import { shownTo } from "#bff/access/shown-to.ts";
import { readQuery, refuseProblems } from "#bff/http/read-query.ts";
import { replySignal } from "#bff/http/reply-signal.ts";
import { readRecordRequest, RECORD_ROUTE, type RecordReply } from "#contract/api/record.ts";
import { readRecord, type ReadRecordDeps } from "./read-record.ts";

/** `GET /api/records/:contactId?instance=`: one call record, whatever page of a view it is on. */
export function addRecordRoute(app: FastifyInstance, deps: ReadRecordDeps): void {
  app.get<{ Params: { contactId: string } }>(
    RECORD_ROUTE,
    async (request, reply): Promise<RecordReply> => {
      const signal = replySignal(reply);
      const query = readQuery(request.url);
      const { request: asked, problems } = readRecordRequest(request.params.contactId, query);
      refuseProblems(problems);
      const { record, requestId, spent } = await readRecord(request, asked, signal, deps);
      return { record: shownTo(readerOf(request)).record(record), requestId, spent };
    },
  );
}

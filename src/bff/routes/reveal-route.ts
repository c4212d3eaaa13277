import type { FastifyInstance } from "fastify";
import type { Audit } from "#bff/access/audit/create-audit.ts";
import { maskedFields } from "#bff/access/mask-numbers.ts";
import { readBody } from "#bff/http/read-body.ts";
import { readQuery, refuseProblems } from "#bff/http/read-query.ts";
import { replySignal } from "#bff/http/reply-signal.ts";
import { readRecordRequest } from "#contract/api/record.ts";
import { REVEAL_ROUTE, revealRequestSchema, type RevealReply } from "#contract/api/reveal.ts";
import { readRecord, type ReadRecordDeps } from "./read-record.ts";

export interface RevealRouteDeps extends ReadRecordDeps {
  readonly audit: Audit;
}

/** `POST /api/records/:contactId/reveal`: the numbers of one call record as they are. */
export function addRevealRoute(app: FastifyInstance, deps: RevealRouteDeps): void {
  app.post<{ Params: { contactId: string } }>(
    REVEAL_ROUTE,
    async (request, reply): Promise<RevealReply> => {
      const signal = replySignal(reply);
      const query = readQuery(request.url);
      const { request: asked, problems } = readRecordRequest(request.params.contactId, query);
      refuseProblems(problems);
      const { instance: named = asked.instance, reason } = readBody(
        request.body,
        revealRequestSchema,
      );
      const { contactId } = asked;
      const found = await readRecord(request, { contactId, instance: named }, signal, deps);
      const { record, requestId, spent, instance } = found;
      await deps.audit.revealed(request, { instance, contactId }, reason);
      return { numbers: maskedFields(record), requestId, spent };
    },
  );
}

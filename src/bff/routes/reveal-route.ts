import type { FastifyInstance } from "fastify";
import type { Audit } from "#bff/access/audit/create-audit.ts";
import { maskedFields } from "#bff/access/mask-numbers.ts";
import { BffError } from "#bff/http/bff-error.ts";
import { readQuery, refuseProblems } from "#bff/http/read-query.ts";
import { replySignal } from "#bff/http/reply-signal.ts";
import { shapeFault } from "#bff/http/shape-fault.ts";
import { readRecordRequest } from "#contract/api/record.ts";
import {
  REVEAL_ROUTE,
  revealRequestSchema,
  type RevealReply,
  type RevealRequest,
} from "#contract/api/reveal.ts";
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
      const { instance: named = asked.instance, reason } = readBody(request.body);
      const { contactId } = asked;
      const found = await readRecord(request, { contactId, instance: named }, signal, deps);
      const { record, requestId, spent, instance } = found;
      await deps.audit.revealed(request, { instance, contactId }, reason);
      return { numbers: maskedFields(record), requestId, spent };
    },
  );
}

/** @throws BffError `invalid_parameter` */
function readBody(body: unknown): RevealRequest {
  const { data, error } = revealRequestSchema.safeParse(body);
  if (data !== undefined) return data;
  const [issue] = error?.issues ?? [];
  const field = issue?.path.join(".") || undefined;
  throw new BffError("invalid_parameter", { field, detail: shapeFault(issue) });
}

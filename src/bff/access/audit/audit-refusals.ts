import type { FastifyInstance } from "fastify";
import { problemOf, problemTold } from "#bff/http/problem.ts";
import type { ErrorCode } from "#contract/api/errors.ts";
import type { Audit } from "./create-audit.ts";

/** Refused for who asks; a record that is not theirs is answered as one that is nobody's. */
const REFUSALS: ReadonlySet<ErrorCode> = new Set([
  "sign_in_required",
  "no_role",
  "right_missing",
  "instance_forbidden",
  "permission_denied",
  "record_not_found",
]);

/** Every refused access is in the audit log, whoever refuses it: nobody must remember to write it. */
export function addAuditedRefusals(app: FastifyInstance, audit: Pick<Audit, "refused">): void {
  app.addHook("onSend", async (request, reply, payload) => {
    const problem = problemTold(request);
    if (problem === undefined || !REFUSALS.has(problem.code)) return payload;
    try {
      await audit.refused(request, problem);
      return payload;
    } catch (error) {
      // An answer that is an error already is not given to the handler of errors again.
      const unlogged = problemOf(error, request);
      reply.code(unlogged.status);
      return JSON.stringify(unlogged);
    }
  });
}

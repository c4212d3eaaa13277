import type { FastifyInstance } from "fastify";
import { networkOf } from "#bff/access/network-of.ts";
import { createRate } from "#bff/access/rate.ts";
import { clientAddress } from "#bff/http/client-address.ts";
import { problemOf, problemTold } from "#bff/http/problem.ts";
import type { ErrorCode } from "#contract/api/errors.ts";
import type { Audit } from "./create-audit.ts";

/** Whether a code refuses who asks; a record that is not theirs is answered as one that is nobody's. */
const IS_REFUSAL: Readonly<Record<ErrorCode, boolean>> = {
  instance_forbidden: true,
  calls_forbidden: true,
  permission_denied: true,
  sign_in_required: true,
  no_role: true,
  right_missing: true,
  record_not_found: true,
  // Each would be a line, and whoever asks too much would fill the log.
  too_many_requests: false,
  too_many_calls: false,
  export_order_out_of_reach: false,
  export_reason_needed: false,
  invalid_parameter: false,
  route_not_found: false,
  method_not_allowed: false,
  upstream_parameter: false,
  upstream_instance_not_found: false,
  upstream_credentials: false,
  clock_wrong: false,
  upstream_forbidden: false,
  upstream_throttled: false,
  upstream_failed: false,
  upstream_not_ok: false,
  upstream_timeout: false,
  upstream_unreachable: false,
  upstream_not_json: false,
  upstream_bad_json: false,
  upstream_bad_reply: false,
  credentials_missing: false,
  recording_not_connected: false,
  recording_not_ready: false,
  recording_not_kept: false,
  storage_refused: false,
  storage_failed: false,
  recording_too_large: false,
  recording_unreadable: false,
  server_busy: false,
  audit_failed: false,
  internal: false,
  network: false,
  bad_reply: false,
};

/**
 * Lines in a minute about what one network sends from other sites, or to other names. It costs whoever
 * makes a browser send it nothing, and a limit to the requests would keep out the people of that network.
 */
const MOST_FROM_ELSEWHERE = 60;

/** Every refused access is in the audit log, whoever refuses it: nobody must remember to write it. */
export function addAuditedRefusals(app: FastifyInstance, audit: Pick<Audit, "refused">): void {
  const fromElsewhere = createRate(MOST_FROM_ELSEWHERE);
  app.addHook("onSend", async (request, reply, payload) => {
    const problem = problemTold(request);
    if (problem === undefined || !IS_REFUSAL[problem.code]) return payload;
    if (problem.code === "permission_denied") {
      const isTooMuch = (await fromElsewhere(networkOf(clientAddress(request)))) > 0;
      if (isTooMuch) return payload;
    }
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

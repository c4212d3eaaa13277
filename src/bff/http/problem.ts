import type { FastifyReply, FastifyRequest } from "fastify";
import type { Problem } from "#contract/api/errors.ts";
import { BffError, type BffErrorCode } from "./bff-error.ts";
import { isPageVisit, sendRefusalPage } from "./refusal-page.ts";
import { serverRefusal } from "./server-refusal.ts";

/** What a code is over HTTP. The title is for programs' logs; people read the screen's own words. */
const PROBLEMS = {
  invalid_parameter: [400, "A parameter is not valid"],
  instance_forbidden: [403, "This instance may not be read here"],
  calls_forbidden: [403, "These calls may not be read by this reader"],
  permission_denied: [403, "Not permitted"],
  sign_in_required: [401, "Nobody is signed in"],
  no_role: [403, "Who is signed in has no role here"],
  right_missing: [403, "The reader's role does not give this right"],
  record_not_found: [404, "There is no such call record"],
  too_many_calls: [422, "There are too many calls to find or count those"],
  route_not_found: [404, "There is no such route"],
  method_not_allowed: [405, "The route does not take this method"],
  upstream_parameter: [400, "The upstream refused a parameter"],
  upstream_instance_not_found: [404, "The upstream knows no such instance"],
  upstream_credentials: [502, "The upstream refused the credentials"],
  clock_wrong: [502, "This server's clock is wrong"],
  upstream_forbidden: [403, "The upstream denies these credentials the operation"],
  upstream_throttled: [503, "The upstream is throttling"],
  upstream_failed: [502, "The upstream failed"],
  upstream_not_ok: [502, "The upstream answered with an error"],
  upstream_timeout: [504, "The upstream did not answer in time"],
  upstream_unreachable: [502, "The upstream cannot be reached"],
  upstream_not_json: [502, "The upstream answered with something other than JSON"],
  upstream_bad_json: [502, "The upstream answered with broken JSON"],
  upstream_bad_reply: [502, "The upstream's answer has an unknown shape"],
  recording_not_connected: [404, "Nobody talked, so there is no recording"],
  recording_not_ready: [404, "The recording is not there yet"],
  recording_not_kept: [404, "There is no recording, or no longer"],
  storage_refused: [502, "The storage of recordings refused, or may not be asked"],
  storage_failed: [502, "The storage of recordings failed"],
  recording_too_large: [422, "The recording is too large to be outlined"],
  recording_unreadable: [422, "The recording is of a kind that cannot be outlined"],
  export_order_out_of_reach: [422, "Not all calls can be reached in this order"],
  export_reason_needed: [428, "So many calls need a reason to be exported"],
  server_busy: [503, "The server has too much to do"],
  too_many_requests: [429, "Too many requests"],
  audit_failed: [503, "The server cannot write its audit log"],
  credentials_missing: [503, "The server has no credentials for the upstream"],
  internal: [500, "The server failed"],
} as const satisfies Record<BffErrorCode, readonly [number, string]>;

/** Any error as a problem. What is not known to be safe to tell stays here. */
function toProblem(error: unknown, request: FastifyRequest): Problem {
  const known = error instanceof BffError ? error : serverRefusal(error, request);
  const { code, parts } = known ?? new BffError("internal");
  const [status, title] = PROBLEMS[code];
  return {
    type: `urn:callscope:problem:${code.replaceAll("_", "-")}`,
    title,
    status: parts.status ?? status,
    code,
    detail: parts.detail,
    requestId: parts.requestId ?? request.id,
    upstreamCode: parts.upstreamCode,
    field: parts.field,
    clockAheadSeconds: parts.clockAheadSeconds,
    right: parts.right,
    signedInAs: parts.signedInAs,
    whomToAsk: parts.whomToAsk,
    retryAfterSeconds:
      parts.retryAfterMs === undefined ? undefined : Math.ceil(parts.retryAfterMs / 1000),
  };
}

/**
 * The problem that tells the browser of an error. The log gets no word that a person typed or a
 * record holds.
 */
export function problemOf(error: unknown, request: FastifyRequest): Problem {
  const problem = toProblem(error, request);
  const { code, status, upstreamCode, requestId } = problem;
  const line = { code, status, upstreamCode, upstreamRequestId: requestId, err: error };
  if (code === "internal") request.log.error(line, "unexpected error");
  // A line for each would keep a server busy that has too much to do; they are counted in a metric.
  else if (status >= 500 && code !== "server_busy") request.log.warn(line, "problem");
  else request.log.debug(line, "problem");
  return problem;
}

const told = new WeakMap<FastifyRequest, Problem>();

/** The problem that a request has been answered with, if it has. */
export const problemTold = (request: FastifyRequest): Problem | undefined => told.get(request);

/** The error becomes the reply to its request, as a problem, or as a page for a person, and a line of the log. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  // Nobody is left to answer, and a call that was aborted for that is not a failure.
  if (request.raw.socket.destroyed) {
    reply.hijack();
    return;
  }
  const problem = problemOf(error, request);
  told.set(request, problem);
  const { retryAfterSeconds } = problem;
  if (retryAfterSeconds !== undefined) reply.header("retry-after", retryAfterSeconds);
  const methods = error instanceof BffError ? error.parts.methods : undefined;
  if (methods !== undefined) reply.header("allow", methods.join(", "));
  reply.code(problem.status).header("cache-control", "no-store");
  if (isPageVisit(request)) {
    sendRefusalPage(request, reply, problem);
    return;
  }
  reply.type("application/problem+json; charset=utf-8").send(JSON.stringify(problem));
}

import type { FastifyInstance } from "fastify";
import type { Audit } from "#bff/access/audit/create-audit.ts";
import { callsWithin } from "#bff/access/calls-within.ts";
import { mayKnow } from "#bff/access/open-numbers.ts";
import { scopeOf } from "#bff/access/own-scope.ts";
import { readerOf } from "#bff/access/reader.ts";
import { shownTo } from "#bff/access/shown-to.ts";
import { findWaiting } from "#bff/call-back/find-waiting.ts";
import type { CallReader } from "#bff/calls/call-reader.ts";
import { problemOf } from "#bff/http/problem.ts";
import { readBody } from "#bff/http/read-body.ts";
import {
  CALL_BACK_ROUTE,
  callBackRequestSchema,
  type CallBackLine,
} from "#contract/api/call-back.ts";
import { pinInstant } from "#contract/time/time-range.ts";
import { readAskedCalls, type AskedCallsDeps } from "./asked-calls.ts";
import { replyInLines, type LineReplyDeps } from "./line-reply.ts";

export interface CallBackRouteDeps extends AskedCallsDeps, LineReplyDeps {
  readonly calls: CallReader;
  readonly audit: Audit;
}

/** What is in memory until it is answered: records of a thousand tries, and of the calls that followed. */
const BYTES = 2_000_000;

/** `POST /api/call-back`: a view in, NDJSON out, a line for each caller who is still waiting. */
export function addCallBackRoute(app: FastifyInstance, deps: CallBackRouteDeps): void {
  const { calls, seals, audit } = deps;
  app.post(CALL_BACK_ROUTE, async (request, reply) => {
    const asked = readBody(request.body, callBackRequestSchema);
    const { set, asOf } = await readAskedCalls(asked.view, request, deps);
    const reader = readerOf(request);
    const place = { instance: set.instance, filter: "caller" } as const;
    const isKnown = mayKnow({ source: "call" }, reader.rights);
    const shown = shownTo(reader);
    return replyInLines<CallBackLine>(request, reply, BYTES, deps, async (asking, tell) => {
      const { failure, ...found } = await findWaiting(set, {
        reader: callsWithin(calls, scopeOf(reader)),
        scope: scopeOf(reader),
        asking,
        // In steps, so that those who ask at the same time ask the same.
        upTo: Math.min(asOf, Math.max(pinInstant(asOf), set.range.to)),
        async onLooked(looked) {
          // Nobody is shown who is not in the log.
          await audit.search(request, set, looked.callers);
          tell(looked);
        },
        onWaiting({ number }, { call, ...waiting }) {
          const caller = seals.print(number, place, isKnown);
          tell({ caller, call: shown.record(call), ...waiting });
        },
        onJudged: (judged) => tell({ judged }),
      });
      const problem = failure === undefined ? {} : { problem: problemOf(failure, request) };
      return { end: true, ...found, ...problem };
    });
  });
}

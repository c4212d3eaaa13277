import type { FastifyInstance } from "fastify";
import type { Audit } from "#bff/access/audit/create-audit.ts";
import { callsWithin } from "#bff/access/calls-within.ts";
import { scopeOf } from "#bff/access/own-scope.ts";
import { readerOf } from "#bff/access/reader.ts";
import { shownTo } from "#bff/access/shown-to.ts";
import type { CallReader } from "#bff/calls/call-reader.ts";
import { readBody } from "#bff/http/read-body.ts";
import { findRepeated } from "#bff/repeat/find-repeated.ts";
import {
  REPEAT_ROUTE,
  repeatRequestSchema,
  type RepeatCaller,
  type RepeatLine,
} from "#contract/api/repeat.ts";
import { REPEAT_WITHIN, REPEAT_WITHIN_MS } from "#contract/view/repeat-within.ts";
import { readAskedCalls, type AskedCallsDeps } from "./asked-calls.ts";
import { replyInLines, type LineReplyDeps } from "./line-reply.ts";

export interface RepeatRouteDeps extends AskedCallsDeps, LineReplyDeps {
  readonly calls: CallReader;
  readonly audit: Audit;
}

/** What is kept of ten thousand calls. */
const BYTES = 3_000_000;

/** `POST /api/repeat`: customers of a view who called again soon, NDJSON. */
export function addRepeatRoute(app: FastifyInstance, deps: RepeatRouteDeps): void {
  const { calls, audit } = deps;
  app.post(REPEAT_ROUTE, async (request, reply) => {
    const asked = readBody(request.body, repeatRequestSchema);
    const { view, set } = await readAskedCalls(asked.view, request, deps);
    const within = REPEAT_WITHIN_MS[view.within ?? REPEAT_WITHIN[0]];
    const reader = readerOf(request);
    const shown = shownTo(reader);
    return replyInLines<RepeatLine>(request, reply, BYTES, deps, (asking, tell) =>
      findRepeated(set, within, {
        reader: callsWithin(calls, scopeOf(reader)),
        asking,
        tell: (line) => tell("call" in line ? shownCaller(line) : line),
        // Nobody is shown who is not in the log.
        onFound: (callers) => audit.search(request, set, callers),
      }),
    );

    function shownCaller({ call, agents, groups, endings, ...caller }: RepeatCaller): RepeatCaller {
      return {
        ...caller,
        call: shown.record(call),
        endings: endings.map(shown.text),
        agents: agents.map(shownPerson),
        groups: groups.map(shownPerson),
      };
    }
    function shownPerson({ id, name }: RepeatCaller["agents"][number]) {
      return { id, ...(name !== undefined && { name: shown.text(name) }) };
    }
  });
}

import type { FastifyInstance } from "fastify";
import { callsWithin } from "#bff/access/calls-within.ts";
import { rightsText, scopeOf } from "#bff/access/own-scope.ts";
import { readerName } from "#bff/access/reader-name.ts";
import { readerOf } from "#bff/access/reader.ts";
import { shownTo } from "#bff/access/shown-to.ts";
import type { CallReader } from "#bff/calls/call-reader.ts";
import type { ReadingRoom } from "#bff/calls/reading-room.ts";
import { readBody } from "#bff/http/read-body.ts";
import { refuseProblems } from "#bff/http/read-query.ts";
import { replySignal } from "#bff/http/reply-signal.ts";
import { drawSample } from "#bff/sample/draw-sample.ts";
import { SAMPLE_ROUTE, sampleRequestSchema, type SampleLine } from "#contract/api/sample.ts";
import { readAskedCalls, type AskedCallsDeps } from "./asked-calls.ts";
import { replyInLines, type LineReplyDeps } from "./line-reply.ts";

export interface SampleRouteDeps extends AskedCallsDeps, LineReplyDeps {
  readonly calls: CallReader;
  readonly readings: ReadingRoom;
}

/** Of calls that wait to be read: some tens of a draw. */
const BYTES = 100_000;

/** `POST /api/sample`: calls of a view at random, NDJSON. */
export function addSampleRoute(app: FastifyInstance, deps: SampleRouteDeps): void {
  const { calls, readings, audit } = deps;
  app.post(SAMPLE_ROUTE, async (request, reply) => {
    const signal = replySignal(reply);
    const asked = readBody(request.body, sampleRequestSchema);
    const { view, set } = await readAskedCalls(asked.view, request, deps);
    const { sample } = view;
    if (sample === undefined)
      return refuseProblems([{ name: "sample", value: "", reason: "bad-value" }], "view.");
    const reader = readerOf(request);
    const name = readerName(request);
    const shown = shownTo(reader);
    return replyInLines<SampleLine>(request, reply, deps, {
      set,
      purpose: "facets",
      readerName: name,
      bytes: BYTES,
      signal,
      async answer(tell, onSpent) {
        // What is shown is told together, once it is written down.
        const drawn: SampleLine[] = [];
        let records = 0;
        await drawSample(set, sample, {
          reader: callsWithin(calls, scopeOf(reader)),
          readings,
          without: new Set(asked.without),
          asking: {
            rights: rightsText(reader),
            readerName: name,
            signal,
            party: request,
            onSpent,
          },
          tell(line) {
            if (!("calls" in line)) return tell(line);
            records += line.calls.length;
            drawn.push({
              calls: line.calls.map(shown.record),
              ...(line.agent && { agent: shownAgent(line.agent) }),
            });
          },
        });
        await audit.search(request, set, records);
        for (const line of drawn) tell(line);

        function shownAgent(agent: NonNullable<Extract<SampleLine, { calls: unknown }>["agent"]>) {
          const { name: called, ...rest } = agent;
          return { ...rest, ...(called !== undefined && { name: shown.text(called) }) };
        }
      },
    });
  });
}

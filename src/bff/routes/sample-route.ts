import type { FastifyInstance } from "fastify";
import type { Audit } from "#bff/access/audit/create-audit.ts";
import { callsWithin } from "#bff/access/calls-within.ts";
import { scopeOf } from "#bff/access/own-scope.ts";
import { readerOf } from "#bff/access/reader.ts";
import { shownTo } from "#bff/access/shown-to.ts";
import type { CallReader } from "#bff/calls/call-reader.ts";
import type { ReadingRoom } from "#bff/calls/reading-room.ts";
import { readBody } from "#bff/http/read-body.ts";
import { refuseProblems } from "#bff/http/read-query.ts";
import { drawSample } from "#bff/sample/draw-sample.ts";
import {
  SAMPLE_ROUTE,
  sampleRequestSchema,
  type DrawnLine,
  type SampleLine,
} from "#contract/api/sample.ts";
import { readAskedCalls, type AskedCallsDeps } from "./asked-calls.ts";
import { replyInLines, type LineReplyDeps } from "./line-reply.ts";

export interface SampleRouteDeps extends AskedCallsDeps, LineReplyDeps {
  readonly calls: CallReader;
  readonly readings: ReadingRoom;
  readonly audit: Audit;
}

/** What is asked for and what was drawn; pages have a room of their own. */
const BYTES = 200_000;

/** `POST /api/sample`: calls of a view at random, NDJSON. */
export function addSampleRoute(app: FastifyInstance, deps: SampleRouteDeps): void {
  const { calls, readings, audit } = deps;
  app.post(SAMPLE_ROUTE, async (request, reply) => {
    const { view: text, without } = readBody(request.body, sampleRequestSchema);
    const { view, set } = await readAskedCalls(text, request, deps);
    const { sample } = view;
    if (sample === undefined)
      return refuseProblems([{ name: "sample", reason: "bad-value" }], "view.");
    const reader = readerOf(request);
    const shown = shownTo(reader);
    return replyInLines<SampleLine>(request, reply, BYTES, deps, async (asking, tell) => {
      const drawn: DrawnLine[] = [];
      await drawSample(set, sample, {
        reader: callsWithin(calls, scopeOf(reader)),
        readings,
        without: new Set(without),
        asking,
        tell: (line) => ("calls" in line ? drawn.push(line) : tell(line)),
      });
      // Nothing is shown that is not in the log.
      const records = drawn.reduce((sum, line) => sum + line.calls.length, 0);
      await audit.search(request, set, records);
      for (const line of drawn) tell(shownLine(line));
    });

    function shownLine({ calls: records, agent }: DrawnLine): DrawnLine {
      return {
        calls: records.map(shown.record),
        ...(agent && {
          agent: {
            ...agent,
            ...(agent.name !== undefined && { name: shown.text(agent.name) }),
          },
        }),
      };
    }
  });
}

import type { FastifyInstance, FastifyReply } from "fastify";
import type { Audit } from "#bff/access/audit/create-audit.ts";
import { callsWithin } from "#bff/access/calls-within.ts";
import type { InstanceDirectory } from "#bff/access/instance-directory.ts";
import type { NumberSeals } from "#bff/access/links/number-seals.ts";
import { mayKnow } from "#bff/access/open-numbers.ts";
import { rightsText, scopeOf } from "#bff/access/own-scope.ts";
import { readerName } from "#bff/access/reader-name.ts";
import { readerOf } from "#bff/access/reader.ts";
import { shownTo } from "#bff/access/shown-to.ts";
import { viewWithin } from "#bff/access/view-within.ts";
import { findWaiting, type Finding } from "#bff/call-back/find-waiting.ts";
import type { CallReader } from "#bff/calls/call-reader.ts";
import type { UpstreamLimiter } from "#bff/calls/upstream-limiter.ts";
import { createLineStream } from "#bff/http/line-stream.ts";
import { problemOf } from "#bff/http/problem.ts";
import { readBody } from "#bff/http/read-body.ts";
import { readQuery, refuseProblems } from "#bff/http/read-query.ts";
import { replySignal } from "#bff/http/reply-signal.ts";
import {
  CALL_BACK_ROUTE,
  callBackRequestSchema,
  type CallBackLine,
} from "#contract/api/call-back.ts";
import type { Calendar } from "#contract/time/relative-range.ts";
import { pinInstant, resolveTimeRange } from "#contract/time/time-range.ts";
import { readView } from "#contract/view/view-codec.ts";

export interface CallBackRouteDeps {
  readonly calls: CallReader;
  readonly instances: InstanceDirectory;
  readonly seals: NumberSeals;
  /** The calendar that `range=today` means. */
  readonly calendar: Calendar;
  readonly audit: Audit;
  readonly limiter: Pick<UpstreamLimiter, "isHeld" | "admit" | "hold">;
  readonly now: () => number;
}

/** What is in memory until it is answered: records of a thousand tries, and of the calls that followed. */
const BYTES = 2_000_000;

/** `POST /api/call-back`: a view in, NDJSON out, a line for each caller who is still waiting. */
export function addCallBackRoute(app: FastifyInstance, deps: CallBackRouteDeps): void {
  const { calls, instances, seals, calendar, audit, limiter, now } = deps;
  app.post(CALL_BACK_ROUTE, async (request, reply): Promise<FastifyReply> => {
    const query = [...readQuery(request.url).keys()];
    refuseProblems(query.map((name) => ({ name, reason: "unknown-name" })));
    const signal = replySignal(reply);
    const reader = readerOf(request);
    const asked = readBody(request.body, callBackRequestSchema);
    const { view, problems } = readView(readQuery(`?${asked.view.replace(/^\?/, "")}`));
    refuseProblems(problems, "view.");
    const ofReader = instances.of(reader.rights);
    const { instance, criteria } = await viewWithin(view, reader, ofReader, seals);
    const asOf = now();
    const range = resolveTimeRange(view.time, asOf, calendar);
    const set = { instance, range, criteria };
    const held = { reader: readerName(request), bytes: BYTES };
    limiter.admit("facets", held);
    const letGo = limiter.hold(held);
    const lines = createLineStream<CallBackLine>({
      signal,
      isWaiting: () => limiter.isHeld("facets"),
    });
    const place = { instance, filter: "caller" } as const;
    const isKnown = mayKnow({ source: "call" }, reader.rights);
    const shown = shownTo(reader);

    const finding: Finding = {
      reader: callsWithin(calls, scopeOf(reader)),
      scope: scopeOf(reader),
      asking: {
        rights: rightsText(reader),
        readerName: held.reader,
        signal,
        party: request,
        onSpent: lines.onSpent,
      },
      // In steps, so that those who ask at the same time ask the same.
      upTo: Math.min(asOf, Math.max(pinInstant(asOf), range.to)),
      async onLooked(looked) {
        // Nobody is shown who is not in the log.
        await audit.search(request, set, looked.callers);
        lines.write(looked);
      },
      onWaiting({ number }, { call, ...waiting }) {
        const caller = seals.print(number, place, isKnown);
        lines.write({ caller, call: shown.record(call), ...waiting });
      },
      onJudged: (judged) => lines.write({ judged }),
    };
    void answer().finally(() => {
      letGo();
      lines.end();
    });
    return reply.type("application/x-ndjson; charset=utf-8").send(lines.stream);

    async function answer(): Promise<void> {
      try {
        const { failure, ...found } = await findWaiting(set, finding);
        const problem = failure === undefined ? {} : { problem: problemOf(failure, request) };
        lines.write({ end: true, ...found, ...problem });
      } catch (error) {
        if (!signal.aborted) lines.write({ problem: problemOf(error, request) });
      }
    }
  });
}

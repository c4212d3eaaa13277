import { setMaxListeners } from "node:events";
import type { FastifyInstance, FastifyReply } from "fastify";
import type { Audit } from "#bff/access/audit/create-audit.ts";
import { callsWithin } from "#bff/access/calls-within.ts";
import type { InstanceDirectory } from "#bff/access/instance-directory.ts";
import { rightsText, scopeOf } from "#bff/access/own-scope.ts";
import { readerName } from "#bff/access/reader-name.ts";
import { readerOf } from "#bff/access/reader.ts";
import { shownTo } from "#bff/access/shown-to.ts";
import type { CallReader } from "#bff/calls/call-reader.ts";
import type { ReadingRoom } from "#bff/calls/reading-room.ts";
import type { UpstreamLimiter } from "#bff/calls/upstream-limiter.ts";
import { answerQuestions } from "#bff/counts/answer-questions.ts";
import { isCostly, probesOf } from "#bff/counts/choose-plan.ts";
import { readQuestions, type Question, type ReadQuestionsDeps } from "#bff/counts/questions.ts";
import { createLineStream } from "#bff/http/line-stream.ts";
import { problemOf } from "#bff/http/problem.ts";
import { replySignal } from "#bff/http/reply-signal.ts";
import { COUNTS_ROUTE, type CountsLine } from "#contract/api/counts.ts";
import type { Problem } from "#contract/api/errors.ts";

export interface CountsRouteDeps extends Pick<ReadQuestionsDeps, "calendar" | "seals" | "now"> {
  readonly calls: CallReader;
  readonly instances: InstanceDirectory;
  readonly audit: Audit;
  readonly readings: ReadingRoom;
  /** What costs the most is given up after so long, if too much waits by then. */
  readonly longestWaitMs: number;
  readonly limiter: Pick<UpstreamLimiter, "isHeld" | "admit" | "hold">;
}

/** Of what was asked, once it is read into questions, about. */
const BYTES_PER_CHAR = 6;
/** Of a probe that waits for its turn, and of those that it may come to: a request has up to 2,000. */
const BYTES_PER_PROBE = 1_000;
/** `POST /api/counts`: questions in, NDJSON out, a line as each count is known. */
export function addCountsRoute(app: FastifyInstance, deps: CountsRouteDeps): void {
  const { calls, instances, calendar, seals, audit, now, readings, limiter, longestWaitMs } = deps;
  app.post(COUNTS_ROUTE, async (request, reply): Promise<FastifyReply> => {
    const signal = replySignal(reply);
    const reader = readerOf(request);
    const questions = await readQuestions(request.body, {
      reader,
      instances: instances.of(reader.rights),
      calendar,
      seals,
      now,
    });
    const shown = shownTo(reader);
    const name = readerName(request);
    const held = { reader: name, bytes: bytesOf(request.body, questions) };
    const sets = questions.map(({ set }) => set);
    await audit.counting(request, sets);
    // In one breath with the hold below: what is admitted together must count.
    limiter.admit("facets", held);
    // What was asked is in memory until it is answered.
    const letGo = limiter.hold(held);
    const lane = questions.some(({ asked }) => asked.of === "times" || asked.of === "hours")
      ? "histogram"
      : "facets";
    const costly = new AbortController();
    setMaxListeners(0, costly.signal);
    const oldAt = performance.now() + longestWaitMs;
    const lines = createLineStream<CountsLine>({
      signal,
      isWaiting: () => limiter.isHeld(lane),
      onTick() {
        if (performance.now() > oldAt && !costly.signal.aborted) giveUpIfBusy(costly, name);
      },
    });

    // What fails together is one failure, and one line of the log.
    const problems = new Map<unknown, Problem>();
    const problemFor = (error: unknown) => {
      const problem = problems.get(error) ?? problemOf(error, request);
      problems.set(error, problem);
      return problem;
    };
    const onFailure = (ask: number, error: unknown) => {
      if (!signal.aborted) lines.write({ ask, problem: problemFor(error) });
    };
    void answerQuestions(admitted(questions, name, onFailure), {
      reader: callsWithin(calls, scopeOf(reader)),
      readings,
      timeZone: calendar.timeZone,
      rights: rightsText(reader),
      readerName: name,
      signal,
      party: request,
      onSpent: lines.onSpent,
      tell: (line) => lines.write(shown.line(line, questions[line.ask]?.asked)),
      giveUpCostly: costly.signal,
      onFailure,
    }).finally(() => {
      letGo();
      // What has ended unlogged has not ended: the answer breaks off.
      lines.end(() => audit.counted(request, questions.length), problemFor);
    });
    return reply.type("application/x-ndjson; charset=utf-8").send(lines.stream);
  });

  // What is asked is held already when these are called, and is not weighed twice.

  /** What costs the most would take for ever where more and more is asked: then the newer is refused, too. */
  function giveUpIfBusy(costly: AbortController, asker: string): void {
    try {
      limiter.admit("histogram", { reader: asker, bytes: 0 });
    } catch (error) {
      costly.abort(error);
    }
  }

  /** Without those that are refused first where too much waits: each fails by itself. */
  function admitted(
    questions: readonly Question[],
    asker: string,
    onFailure: (ask: number, error: unknown) => void,
  ): readonly Question[] {
    if (!questions.some(({ asked }) => isCostly(asked))) return questions;
    try {
      limiter.admit("histogram", { reader: asker, bytes: 0 });
      return questions;
    } catch (error) {
      for (const { ask } of questions.filter(({ asked }) => isCostly(asked))) onFailure(ask, error);
      return questions.filter(({ asked }) => !isCostly(asked));
    }
  }
}

/** Before any probe is sent: when the total is known, all of a question's begin to wait at once. */
function bytesOf(body: unknown, questions: readonly Question[]): number {
  const probes = questions.reduce((sum, { asked, set }) => sum + probesOf(asked, set.range), 0);
  return BYTES_PER_CHAR * JSON.stringify(body).length + BYTES_PER_PROBE * probes;
}

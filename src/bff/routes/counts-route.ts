import { PassThrough } from "node:stream";
import type { FastifyInstance, FastifyReply } from "fastify";
import { rightsText } from "#bff/access/reader-rights.ts";
import type { CallReader } from "#bff/calls/call-reader.ts";
import type { UpstreamLimiter } from "#bff/calls/upstream-limiter.ts";
import { answerQuestions } from "#bff/counts/answer-questions.ts";
import { readQuestions, type ReadQuestionsDeps } from "#bff/counts/questions.ts";
import { problemOf } from "#bff/http/problem.ts";
import { replySignal } from "#bff/http/reply-signal.ts";
import { COUNTS_ROUTE, type CountsLine } from "#contract/api/counts.ts";
import type { Problem } from "#contract/api/errors.ts";

export interface CountsRouteDeps extends ReadQuestionsDeps {
  readonly reader: CallReader;
  readonly limiter: Pick<UpstreamLimiter, "isHeld">;
}

/** How often the reader is told what was spent. */
const SPENT_EVERY_MS = 250;
/** Nothing for so long, and the browser could not tell waiting from a way that is broken. */
const SIGN_OF_LIFE_MS = 10_000;

/** `POST /api/counts`: questions in, NDJSON out, a line as each count is known. */
export function addCountsRoute(app: FastifyInstance, deps: CountsRouteDeps): void {
  const { reader, limiter } = deps;
  app.post(COUNTS_ROUTE, async (request, reply): Promise<FastifyReply> => {
    const signal = replySignal(reply);
    const questions = await readQuestions(request.body, deps);
    const stream = new PassThrough();
    let toldAt = performance.now();
    const write = (line: CountsLine) => {
      if (signal.aborted || stream.writableEnded) return;
      toldAt = performance.now();
      stream.write(`${JSON.stringify(line)}\n`);
    };

    const lane = questions.some(({ asked }) => asked.of === "times") ? "histogram" : "facets";
    let spent = { calls: 0, throttled: 0 };
    let wasWaiting = false;
    const tellSpent = (waiting: boolean) => {
      const isNews = spent.calls > 0 || spent.throttled > 0 || waiting !== wasWaiting;
      if (!isNews && performance.now() - toldAt < SIGN_OF_LIFE_MS) return;
      write({ spent, waiting });
      spent = { calls: 0, throttled: 0 };
      wasWaiting = waiting;
    };
    const timer = setInterval(() => tellSpent(limiter.isHeld(lane)), SPENT_EVERY_MS);

    // What fails together is one failure, and one line of the log.
    const problems = new Map<unknown, Problem>();
    const problemFor = (error: unknown) => {
      const problem = problems.get(error) ?? problemOf(error, request);
      problems.set(error, problem);
      return problem;
    };
    void answerQuestions(questions, {
      reader,
      rights: rightsText(request),
      signal,
      party: request,
      onSpent({ calls, throttled }) {
        spent = { calls: spent.calls + calls, throttled: spent.throttled + throttled };
      },
      tell: write,
      onFailure(ask, error) {
        if (!signal.aborted) write({ ask, problem: problemFor(error) });
      },
    }).finally(() => {
      clearInterval(timer);
      tellSpent(false);
      stream.end();
    });
    return reply.type("application/x-ndjson; charset=utf-8").send(stream);
  });
}

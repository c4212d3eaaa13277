import { setMaxListeners } from "node:events";
import { PassThrough } from "node:stream";
import type { FastifyInstance, FastifyReply } from "fastify";
import type { CountsLine } from "#contract/counts.ts";
import type { CallReader } from "#bff/calls/call-reader.ts";
import { problemOf } from "#bff/routes/problem.ts";
import { rightsText } from "#bff/routes/reader-rights.ts";
import { replySignal } from "#bff/routes/reply-signal.ts";
import type { UpstreamLimiter } from "#bff/calls/upstream-limiter.ts";
import { answerQuestions } from "./answer-questions.ts";
import { readQuestions, type ReadQuestionsDeps } from "./questions.ts";

export interface CountsRouteDeps extends ReadQuestionsDeps {
  readonly reader: CallReader;
  readonly limiter: Pick<UpstreamLimiter, "isHeld">;
}

/** How often the reader is told what was spent. */
const SPENT_EVERY_MS = 250;

/** `POST /api/counts`: questions in, NDJSON out, a line as each count is known. */
export function addCountsRoute(app: FastifyInstance, deps: CountsRouteDeps): void {
  const { reader, limiter } = deps;
  app.post("/api/counts", async (request, reply): Promise<FastifyReply> => {
    const signal = replySignal(reply);
    // A screen of counts waits for one and the same reader.
    setMaxListeners(0, signal);
    const questions = await readQuestions(request.body, deps);
    const stream = new PassThrough();
    const write = (line: CountsLine) => {
      if (!signal.aborted) stream.write(`${JSON.stringify(line)}\n`);
    };

    let spent = { calls: 0, throttled: 0 };
    let wasWaiting = false;
    const tellSpent = () => {
      const waiting = limiter.isHeld("histogram");
      if (spent.calls === 0 && spent.throttled === 0 && waiting === wasWaiting) return;
      write({ spent, waiting });
      spent = { calls: 0, throttled: 0 };
      wasWaiting = waiting;
    };
    const timer = setInterval(tellSpent, SPENT_EVERY_MS);

    void answerQuestions(questions, {
      reader,
      rights: rightsText(request),
      signal,
      onSpent({ calls, throttled }) {
        spent = { calls: spent.calls + calls, throttled: spent.throttled + throttled };
      },
      tell: write,
      onFailure(ask, error) {
        if (!signal.aborted) write({ ask, problem: problemOf(error, request) });
      },
    }).finally(() => {
      clearInterval(timer);
      tellSpent();
      stream.end();
    });
    return reply.type("application/x-ndjson; charset=utf-8").send(stream);
  });
}

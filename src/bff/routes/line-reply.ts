import { setMaxListeners } from "node:events";
import type { FastifyReply, FastifyRequest } from "fastify";
import { rightsText } from "#bff/access/own-scope.ts";
import { readerName } from "#bff/access/reader-name.ts";
import { readerOf } from "#bff/access/reader.ts";
import type { AskingFor } from "#bff/calls/call-reader.ts";
import type { UpstreamLimiter } from "#bff/calls/upstream-limiter.ts";
import { createLineStream } from "#bff/http/line-stream.ts";
import { problemOf } from "#bff/http/problem.ts";
import { replySignal } from "#bff/http/reply-signal.ts";
import type { Problem } from "#contract/api/errors.ts";

export interface LineReplyDeps {
  readonly limiter: Pick<UpstreamLimiter, "isHeld" | "admit" | "hold">;
}

/** Finds what is asked for, and tells it line by line. The last line is what it returns or throws. */
type AnswerInLines<Line> = (asking: AskingFor, tell: (line: Line) => void) => Promise<Line | void>;

/**
 * Replies to one question in lines, the last of which is an end or a problem: a bare end where the answer has none of its
 * own.
 *
 * @param bytes held in memory until it is answered, about
 * @throws BffError `server_busy`
 */
export function replyInLines<Line>(
  request: FastifyRequest,
  reply: FastifyReply,
  bytes: number,
  { limiter }: LineReplyDeps,
  answer: AnswerInLines<Line>,
): FastifyReply {
  const gone = replySignal(reply);
  const over = new AbortController();
  // What one part has failed for the others would ask for nobody: they end with it.
  const signal = AbortSignal.any([gone, over.signal]);
  setMaxListeners(0, signal);
  const reader = readerOf(request);
  const held = { reader: readerName(request), bytes };
  // In one breath with the hold: what is admitted together must count.
  limiter.admit("facets", held);
  const letGo = limiter.hold(held);
  const lines = createLineStream<Line | { problem: Problem } | { end: true }>({
    signal: gone,
    isWaiting: () => limiter.isHeld("facets"),
  });
  const asking = {
    rights: rightsText(reader),
    readerName: held.reader,
    signal,
    party: request,
    onSpent: lines.onSpent,
  };
  answer(asking, lines.write)
    .then(
      (last) => lines.write(last ?? { end: true }),
      (error: unknown) => {
        // Else there is nobody left to tell.
        if (!gone.aborted) lines.write({ problem: problemOf(error, request) });
      },
    )
    .finally(() => {
      over.abort();
      letGo();
      lines.end();
    });
  return reply.type("application/x-ndjson; charset=utf-8").send(lines.stream);
}

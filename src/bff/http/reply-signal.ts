import { setMaxListeners } from "node:events";
import type { FastifyReply } from "fastify";

/** The signal is aborted when the browser goes away before its reply is complete. */
export function replySignal(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  // A screen of counts is hundreds of calls, each of which minds it.
  setMaxListeners(0, controller.signal);
  // It may have gone already while who it is was looked up.
  if (reply.raw.closed) controller.abort();
  // Not the request's `close`, which comes as soon as the request has been read.
  reply.raw.once("close", () => {
    if (!reply.raw.writableFinished) controller.abort();
  });
  return controller.signal;
}

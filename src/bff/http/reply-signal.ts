import { setMaxListeners } from "node:events";
import type { FastifyReply } from "fastify";
import { whenGone } from "./when-gone.ts";

/** The signal is aborted when the browser goes away before its reply is complete. */
export function replySignal(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  // A screen of counts is hundreds of calls, each of which minds it.
  setMaxListeners(0, controller.signal);
  // Not the request's `close`, which comes as soon as the request has been read.
  whenGone(reply, () => {
    if (!reply.raw.writableFinished) controller.abort();
  });
  return controller.signal;
}

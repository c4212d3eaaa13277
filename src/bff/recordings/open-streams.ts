import type { FastifyInstance, FastifyReply } from "fastify";
import { BffError } from "#bff/http/bff-error.ts";

/** Bounds how many recordings are sent at once: each holds a connection here and one to the storage. */
export interface OpenStreams {
  /**
   * Counts a reply until it ends, or its reader has gone.
   *
   * @returns a signal that is aborted when the server closes
   * @throws BffError `server_busy`, `too_many_requests`
   */
  enter(readerName: string, reply: FastifyReply): AbortSignal;
}

const MOST = 256;
/** A player has one, and a new one before the old has gone; a browser opens six. */
const MOST_OF_ONE = 12;
const RETRY_AFTER_MS = 2_000;

/** A player that rests holds its stream open: a server that closes does not wait for it. */
export function createOpenStreams(app: FastifyInstance): OpenStreams {
  const closing = new AbortController();
  const open = new Map<string, number>();
  let all = 0;
  app.addHook("preClose", async () => closing.abort());
  return {
    enter(readerName, reply) {
      // Gone already while who they are was looked up: nothing would ever tell of its end.
      if (reply.raw.closed) return AbortSignal.abort();
      const ofOne = open.get(readerName) ?? 0;
      const retryAfterMs = RETRY_AFTER_MS;
      if (ofOne >= MOST_OF_ONE) throw new BffError("too_many_requests", { retryAfterMs });
      if (all >= MOST) throw new BffError("server_busy", { retryAfterMs });
      open.set(readerName, ofOne + 1);
      all += 1;
      reply.raw.once("close", () => {
        const left = (open.get(readerName) ?? 1) - 1;
        if (left > 0) open.set(readerName, left);
        else open.delete(readerName);
        all -= 1;
      });
      return closing.signal;
    },
  };
}

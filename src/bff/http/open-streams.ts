import type { FastifyInstance, FastifyReply } from "fastify";
import { BffError } from "./bff-error.ts";
import { whenGone } from "./when-gone.ts";

/** Bounds how many replies are under way at once: each holds a connection here and one to the storage. */
export interface OpenStreams {
  /**
   * Counts a reply until it ends, or its reader has gone.
   *
   * @returns a signal that is aborted when its reader goes before it is complete, or the server closes
   * @throws BffError `server_busy`, `too_many_requests`
   */
  enter(readerName: string, reply: FastifyReply): AbortSignal;
}

interface MostStreams {
  readonly ofAll: number;
  readonly ofOne: number;
}

const RETRY_AFTER_MS = 2_000;

/** A player that rests holds its stream open: a server that closes does not wait for it. */
export function createOpenStreams(app: FastifyInstance, most: MostStreams): OpenStreams {
  const open = new Map<string, number>();
  // One each: of a signal of the server's own all that was ever made would be remembered.
  const endings = new Set<AbortController>();
  app.addHook("preClose", async () => {
    for (const ending of endings) ending.abort();
  });
  return {
    enter(readerName, reply) {
      const ofOne = open.get(readerName) ?? 0;
      const retryAfterMs = RETRY_AFTER_MS;
      if (ofOne >= most.ofOne) throw new BffError("too_many_requests", { retryAfterMs });
      if (endings.size >= most.ofAll) throw new BffError("server_busy", { retryAfterMs });
      const ending = new AbortController();
      open.set(readerName, ofOne + 1);
      endings.add(ending);
      whenGone(reply, () => {
        const left = (open.get(readerName) ?? 1) - 1;
        if (left > 0) open.set(readerName, left);
        else open.delete(readerName);
        endings.delete(ending);
        if (!reply.raw.writableFinished) ending.abort();
      });
      return ending.signal;
    },
  };
}

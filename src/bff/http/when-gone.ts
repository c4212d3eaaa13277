import type { Socket } from "node:net";
import type { FastifyReply } from "fastify";

/** By connection, since Node tells the end of one to the reply under way alone, and not to those behind it. */
const waiting = new WeakMap<Socket, Set<() => void>>();

function waitingAt(socket: Socket): Set<() => void> {
  let all = waiting.get(socket);
  if (all === undefined) {
    const added = new Set<() => void>();
    waiting.set(socket, (all = added));
    socket.once("close", () => {
      for (const run of added) run();
    });
  }
  return all;
}

/**
 * Runs once, when a reply has been sent or whoever asked has gone; at once where they have gone already, as they
 * may while who they are is looked up.
 */
export function whenGone({ raw, request }: FastifyReply, run: () => void): void {
  const { socket } = request.raw;
  if (raw.closed || socket.destroyed) return run();
  const others = waitingAt(socket);
  const runOnce = () => {
    others.delete(runOnce);
    raw.off("close", runOnce);
    run();
  };
  others.add(runOnce);
  raw.once("close", runOnce);
}

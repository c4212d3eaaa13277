import { setTimeout as sleep } from "node:timers/promises";
import type { FastifyReply } from "fastify";
import type { Fault, FaultyExchange } from "./fault.ts";

const SLOW_MS = 3_000;
/** Beyond every deadline. */
const HUNG_MS = 600_000;

/** Without an answer once nobody waits for it. */
async function answerAfter(
  ms: number,
  { envelope, reply, signal }: FaultyExchange,
): Promise<FastifyReply> {
  try {
    await sleep(ms, undefined, { signal });
  } catch {
    reply.hijack();
    reply.raw.destroy();
    return reply;
  }
  return reply.send(envelope);
}

export const slow: Fault = (exchange) => answerAfter(SLOW_MS, exchange);
export const hung: Fault = (exchange) => answerAfter(HUNG_MS, exchange);

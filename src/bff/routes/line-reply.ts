import { PassThrough } from "node:stream";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Audit } from "#bff/access/audit/create-audit.ts";
import type { Purpose } from "#bff/calls/call-reader.ts";
import type { UpstreamLimiter } from "#bff/calls/upstream-limiter.ts";
import { problemOf } from "#bff/http/problem.ts";
import type { Problem } from "#contract/api/errors.ts";
import type { Spent } from "#contract/api/spent.ts";
import type { UnpinnedCalls } from "#contract/view/call-set.ts";

/** How often the reader is told what was spent. */
const SPENT_EVERY_MS = 250;
/** Nothing for so long, and the browser could not tell waiting from a way that is broken. */
const SIGN_OF_LIFE_MS = 10_000;

/** Lines that every such reply has. */
type OwnLine =
  | { readonly problem: Problem }
  | { readonly spent: Spent; readonly waiting?: boolean }
  | { readonly end: true };

export interface LineReplyDeps {
  readonly audit: Audit;
  readonly limiter: Pick<UpstreamLimiter, "isHeld" | "admit" | "hold">;
}

export interface LineReply<Line> {
  readonly set: UnpinnedCalls;
  readonly purpose: Purpose;
  readonly readerName: string;
  /** Held in memory until it is answered, about. */
  readonly bytes: number;
  readonly signal: AbortSignal;
  /** Finds what is asked for. What it throws ends the reply with a problem. */
  answer(tell: (line: Line) => void, onSpent: (spent: Spent) => void): Promise<void>;
}

/**
 * An answer to one question, line by line (NDJSON), with what it costs as it goes on. It is in the audit log before
 * its first line and behind the last.
 *
 * @throws BffError `server_busy`, `audit_failed`
 */
export async function replyInLines<Line>(
  request: FastifyRequest,
  reply: FastifyReply,
  { audit, limiter }: LineReplyDeps,
  { set, purpose, readerName, bytes, signal, answer }: LineReply<Line>,
): Promise<FastifyReply> {
  await audit.counting(request, [set]);
  const held = { reader: readerName, bytes };
  // In one breath with the hold below: what is admitted together must count.
  limiter.admit(purpose, held);
  const letGo = limiter.hold(held);
  const stream = new PassThrough();
  let toldAt = performance.now();
  const write = (line: Line | OwnLine) => {
    if (signal.aborted || stream.writableEnded) return;
    toldAt = performance.now();
    stream.write(`${JSON.stringify(line)}\n`);
  };
  let spent: Spent = { calls: 0, throttled: 0 };
  let wasWaiting = false;
  const tellSpent = (waiting: boolean) => {
    const isNews = spent.calls > 0 || spent.throttled > 0 || waiting !== wasWaiting;
    if (!isNews && performance.now() - toldAt < SIGN_OF_LIFE_MS) return;
    write({ spent, waiting });
    spent = { calls: 0, throttled: 0 };
    wasWaiting = waiting;
  };
  const timer = setInterval(() => tellSpent(limiter.isHeld(purpose)), SPENT_EVERY_MS);
  void answer(write, (more) => {
    spent = {
      calls: spent.calls + more.calls,
      throttled: spent.throttled + more.throttled,
    };
  })
    .then(
      (): OwnLine => ({ end: true }),
      // There is nobody left to tell.
      (error: unknown): OwnLine =>
        signal.aborted ? { end: true } : { problem: problemOf(error, request) },
    )
    .then(async (last) => {
      letGo();
      clearInterval(timer);
      tellSpent(false);
      // What has ended unlogged has not ended: the answer breaks off.
      try {
        await audit.counted(request, 1);
        write(last);
        stream.end();
      } catch (error) {
        problemOf(error, request);
        stream.destroy();
      }
    });
  return reply.type("application/x-ndjson; charset=utf-8").send(stream);
}

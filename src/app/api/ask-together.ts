import type { QueryClient } from "@tanstack/react-query";
import type { Ask } from "#contract/api/asks.ts";
import { MAX_ASKS } from "#contract/api/count-limits.ts";
import type { AnswerLine } from "#contract/api/counts.ts";
import { ApiError } from "./api-error.ts";
import { errorOf } from "./read-reply.ts";

interface Waiting {
  readonly instance: string;
  readonly ask: Ask;
  readonly signal: AbortSignal;
  onLine(line: AnswerLine): void;
  resolve(): void;
  reject(error: unknown): void;
}

/** Those that still wait for the others of their moment; those of another client are another reader's. */
const gathering = new WeakMap<QueryClient, Waiting[]>();

/**
 * Asks one question. Questions that arise together, as those of one screen do, go in one request:
 * a browser has few connections, and rows must not wait for one.
 *
 * @throws {ApiError} where it could not be answered; the signal's reason
 */
export function askTogether(
  client: QueryClient,
  instance: string,
  ask: Ask,
  signal: AbortSignal,
  onLine: (line: AnswerLine) => void,
): Promise<void> {
  return new Promise((resolve, reject) =>
    gather(client, { instance, ask, signal, onLine, resolve, reject }),
  );
}

function gather(client: QueryClient, waiting: Waiting): void {
  const others = gathering.get(client);
  if (others !== undefined) {
    others.push(waiting);
    return;
  }
  const gathered = [waiting];
  gathering.set(client, gathered);
  // After the rows' own request, which is sent when the screen is drawn.
  setTimeout(() => {
    gathering.delete(client);
    const wanted = gathered.filter((one) => !one.signal.aborted);
    for (const instance of new Set(wanted.map((one) => one.instance))) {
      const ofIt = wanted.filter((one) => one.instance === instance);
      for (let from = 0; from < ofIt.length; from += MAX_ASKS)
        void send(client, instance, ofIt.slice(from, from + MAX_ASKS));
    }
  }, 0);
}

/** What reads answers is fetched with the first question: the rows come before. */
const reader = () =>
  import("./counts-stream.ts").catch((cause: unknown) => {
    throw new ApiError("network", {}, cause);
  });

async function send(
  client: QueryClient,
  instance: string,
  asked: readonly Waiting[],
): Promise<void> {
  const controller = new AbortController();
  const open = new Set(asked);
  for (const one of asked)
    one.signal.addEventListener("abort", () => {
      one.reject(one.signal.reason);
      if (!open.delete(one)) return;
      // The server stops counting for a question with its request only. Those that still matter are
      // asked once more, with what is asked instead of this one: what was counted is still known there.
      for (const other of open) gather(client, other);
      open.clear();
      controller.abort(one.signal.reason);
    });
  try {
    const { streamCounts } = await reader();
    if (open.size === 0) return;
    await streamCounts(
      client,
      instance,
      asked.map((one) => one.ask),
      (line) => {
        const one = asked[line.ask];
        if (one === undefined || !open.has(one)) return;
        if ("problem" in line) one.reject(errorOf(line.problem));
        else one.onLine(line);
        if ("problem" in line || "total" in line) open.delete(one);
        if ("total" in line) one.resolve();
      },
      controller.signal,
    );
  } catch (error) {
    for (const { reject } of open) reject(error);
  } finally {
    // Whatever was not read is counted for nobody.
    controller.abort();
  }
}

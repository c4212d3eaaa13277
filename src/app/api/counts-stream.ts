import type { QueryClient } from "@tanstack/react-query";
import type { Ask } from "#contract/api/asks.ts";
import { COUNTS_ROUTE, countsLineSchema, type AnswerLine } from "#contract/api/counts.ts";
import { ApiError } from "./api-error.ts";
import { postLines } from "./post-lines.ts";
import { spend, tellWaiting } from "./upstream-budget.ts";

/**
 * Asks `POST /api/counts` and hands on each line as it comes. Resolves when every question was
 * answered, in full or by a problem of its own. All questions are about one instance.
 *
 * @param onSpent told of the upstream calls that it costs, to its end
 * @throws {ApiError} where the request as a whole failed, or its reply ended early; an abort stays a
 *   DOMException
 */
export async function streamCounts(
  client: QueryClient,
  instance: string,
  asks: readonly Ask[],
  onLine: (line: AnswerLine) => void,
  signal: AbortSignal,
  onSpent?: (calls: number) => void,
): Promise<void> {
  const open = new Set(asks.keys());
  try {
    for await (const line of postLines(COUNTS_ROUTE, { asks }, countsLineSchema, signal)) {
      if ("spent" in line) {
        spend(client, instance, line.spent);
        onSpent?.(line.spent.calls);
        if (line.waiting !== undefined) tellWaiting(client, instance, asks, line.waiting);
        continue;
      }
      if ("total" in line || "problem" in line) open.delete(line.ask);
      onLine(line);
    }
  } finally {
    tellWaiting(client, instance, asks, false);
  }
  // A connection that ends in the middle looks like an end to whoever reads it.
  if (open.size > 0) throw new ApiError("bad_reply");
}

import type { QueryClient } from "@tanstack/react-query";
import { safeParse } from "zod/mini";
import type { Ask } from "#contract/api/asks.ts";
import {
  COUNTS_ROUTE,
  countsLineSchema,
  type AnswerLine,
  type CountsLine,
} from "#contract/api/counts.ts";
import { ApiError } from "./api-error.ts";
import { refuseFailure } from "./read-reply.ts";
import { soon } from "./soon.ts";
import { tabHeaders } from "./tab-headers.ts";
import { spend, tellWaiting } from "./upstream-budget.ts";

/**
 * Asks `POST /api/counts` and hands on each line as it comes. Resolves when every question was
 * answered, in full or by a problem of its own. All questions are about one instance.
 *
 * @throws {ApiError} where the request as a whole failed, or its reply ended early; an abort stays a
 *   DOMException
 */
export async function streamCounts(
  client: QueryClient,
  instance: string,
  asks: readonly Ask[],
  onLine: (line: AnswerLine) => void,
  signal: AbortSignal,
): Promise<void> {
  const open = new Set(asks.keys());
  try {
    for await (const text of readLines(await post(asks, signal), signal)) {
      const line = parseLine(text);
      if ("spent" in line) {
        spend(client, instance, line.spent);
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

/** The server speaks every ten seconds at the least. */
const SILENCE_MS = 40_000;

type Body = NonNullable<Response["body"]>;

async function post(asks: readonly Ask[], signal: AbortSignal): Promise<Body> {
  let response: Response;
  try {
    response = await soon(
      fetch(COUNTS_ROUTE, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          accept: "application/x-ndjson",
          ...tabHeaders(),
        },
        body: JSON.stringify({ asks }),
        signal,
      }),
      SILENCE_MS,
    );
  } catch (cause) {
    if (signal.aborted || cause instanceof ApiError) throw cause;
    throw new ApiError("network", {}, cause);
  }
  await refuseFailure(response);
  if (response.body === null) throw new ApiError("bad_reply");
  return response.body;
}

async function* readLines(body: Body, signal: AbortSignal) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  try {
    for (;;) {
      const { done, value } = await soon(reader.read(), SILENCE_MS);
      const lines = (rest + (value ?? "")).split("\n");
      rest = done ? "" : (lines.pop() ?? "");
      for (const line of lines) if (line !== "") yield line;
      if (done) return;
    }
  } catch (cause) {
    if (signal.aborted || cause instanceof ApiError) throw cause;
    throw new ApiError("network", {}, cause);
  } finally {
    // Whoever reads no further, for a line that says nothing, must not keep the server counting.
    reader.cancel().catch(() => undefined);
  }
}

function parseLine(text: string): CountsLine {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (cause) {
    throw new ApiError("bad_reply", {}, cause);
  }
  const line = safeParse(countsLineSchema, raw);
  if (!line.success) throw new ApiError("bad_reply");
  return line.data;
}

import type { QueryClient } from "@tanstack/react-query";
import { subjectOf, type Answer, type Question } from "#app/api/counts-query.ts";
import { streamCounts } from "#app/api/counts-stream.ts";
import { errorOf } from "#app/api/read-reply.ts";
import type { AnswerLine } from "#contract/api/counts.ts";
import { callsSearch, type CallSet } from "#contract/view/call-set.ts";

interface CheckAsking {
  /** Ends it, also at the server. */
  readonly signal: AbortSignal;
  /** Told of the upstream calls that it costs. */
  readonly onSpent: (calls: number) => void;
}

/**
 * Asks one question in a request of its own, so that it ends with the check and its cost is the check's alone. Of
 * what fails hears whatever listens to queries.
 *
 * @throws {ApiError} where it could not be answered
 */
export async function askForCheck(
  client: QueryClient,
  calls: CallSet,
  question: Question,
  { signal, onSpent }: CheckAsking,
): Promise<Answer> {
  signal.throwIfAborted();
  const { instance, asOf } = calls;
  const ask = { ...question, view: callsSearch(calls) };
  const queryKey = ["check", ask, instance, asOf];
  const cancel = () => void client.cancelQueries({ queryKey });
  // What it costs is told on, and is nothing that the answer hangs on.
  const queryFn = async ({ signal: ofQuery }: { signal: AbortSignal }): Promise<Answer> => {
    const known = new Map<string, AnswerLine>();
    const onLine = (line: AnswerLine) => {
      if ("problem" in line) throw errorOf(line.problem);
      known.set(subjectOf(line), line);
    };
    await streamCounts(client, instance, [ask], onLine, ofQuery, onSpent);
    return { lines: [...known.values()], isWhole: true };
  };
  signal.addEventListener("abort", cancel);
  try {
    // Nobody looks at the answer again.
    return await client.fetchQuery({ queryKey, queryFn, gcTime: 0 });
  } finally {
    signal.removeEventListener("abort", cancel);
  }
}

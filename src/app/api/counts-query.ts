import { queryOptions } from "@tanstack/react-query";
import { MAX_ASKS, type AnswerLine, type Ask } from "#contract/api/counts.ts";
import { ApiError } from "./api-error.ts";
import { streamCounts } from "./counts-stream.ts";

/** What is known so far of one question: its lines in the order they came. */
export interface Answer {
  readonly lines: readonly AnswerLine[];
  /** Whether the question was answered to its end. */
  readonly isWhole: boolean;
}

/** How many calls match, of the answer to a question for that. */
export function totalOf(answer: Answer | undefined): number | undefined {
  for (const line of answer?.lines ?? [])
    if ("total" in line && !("end" in line)) return line.total;
  return undefined;
}

interface Waiting {
  readonly ask: Ask;
  readonly signal: AbortSignal;
  onLine(line: AnswerLine): void;
  resolve(): void;
  reject(error: unknown): void;
}

let gathering: Waiting[] | undefined;

/**
 * Asks one question. Questions that arise together, as those of one screen do, go in one request:
 * a browser has few connections, and rows must not wait for one.
 */
function answerTogether(ask: Ask, signal: AbortSignal, onLine: (line: AnswerLine) => void) {
  return new Promise<void>((resolve, reject) => gather({ ask, signal, onLine, resolve, reject }));
}

function gather(waiting: Waiting): void {
  if (gathering !== undefined) {
    gathering.push(waiting);
    return;
  }
  const gathered = [waiting];
  gathering = gathered;
  // After the rows' own request, which is sent when the screen is drawn.
  setTimeout(() => {
    gathering = undefined;
    const wanted = gathered.filter((one) => !one.signal.aborted);
    for (let from = 0; from < wanted.length; from += MAX_ASKS)
      void send(wanted.slice(from, from + MAX_ASKS));
  }, 0);
}

async function send(asked: readonly Waiting[]): Promise<void> {
  const controller = new AbortController();
  const open = new Set(asked);
  for (const one of asked)
    one.signal.addEventListener("abort", () => {
      one.reject(one.signal.reason);
      if (!open.delete(one)) return;
      // The server stops counting for a question with its request only. Those that still matter are
      // asked once more, with what is asked instead of this one: what was counted is still known there.
      for (const other of open) gather(other);
      open.clear();
      controller.abort(one.signal.reason);
    });
  try {
    await streamCounts(
      asked.map((one) => one.ask),
      (line) => {
        const one = asked[line.ask];
        if (one === undefined || !open.has(one)) return;
        if ("problem" in line) one.reject(new ApiError(line.problem.code, line.problem));
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

/** What a line is about: a later line about the same replaces the earlier one. */
function subjectOf(line: AnswerLine): string {
  if ("value" in line) return `value ${line.value}`;
  if ("state" in line) return `state ${line.state}`;
  if ("bucket" in line) return `bucket ${line.bucket}`;
  if ("share" in line) return `share ${line.share}`;
  return "end";
}

/**
 * The answer to one question, as it becomes known: while it is fetched its data grows line by line.
 * It is pinned, as the view is, by the instants of its range; `asOf` tells apart what is asked anew.
 */
export function countsQuery(ask: Ask, asOf: number) {
  return queryOptions({
    queryKey: ["counts", ask, asOf] as const,
    queryFn: async ({ signal, client, queryKey }): Promise<Answer> => {
      const lines = new Map<string, AnswerLine>();
      let isTold = true;
      const tell = () => {
        if (isTold || signal.aborted) return;
        isTold = true;
        client.setQueryData<Answer>(queryKey, { lines: [...lines.values()], isWhole: false });
      };
      try {
        await answerTogether(ask, signal, (line) => {
          lines.set(subjectOf(line), line);
          // Lines come in bursts; the screen is drawn once for each.
          if (isTold) requestAnimationFrame(tell);
          isTold = false;
        });
      } catch (error) {
        // What is known is shown beside the failure, and before it: later it would take its place.
        tell();
        throw error;
      }
      isTold = true;
      return { lines: [...lines.values()], isWhole: true };
    },
    // What was known of a question that was given up stays, and is not enough for who comes back to it.
    staleTime: ({ state }) => (state.data?.isWhole === true ? Infinity : 0),
    structuralSharing: false,
  });
}

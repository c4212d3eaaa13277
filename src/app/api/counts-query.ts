import { queryOptions } from "@tanstack/react-query";
import { MAX_ASKS, type AnswerLine, type Ask } from "#contract/counts.ts";
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
  return new Promise<void>((resolve, reject) => {
    const waiting = { ask, signal, onLine, resolve, reject };
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
  });
}

async function send(asked: readonly Waiting[]): Promise<void> {
  const controller = new AbortController();
  let wanted = asked.length;
  for (const { signal, reject } of asked)
    signal.addEventListener("abort", () => {
      reject(signal.reason);
      wanted -= 1;
      if (wanted === 0) controller.abort(signal.reason);
    });
  try {
    await streamCounts(
      asked.map((one) => one.ask),
      (line) => {
        const one = asked[line.ask];
        if (one === undefined || one.signal.aborted) return;
        if ("problem" in line) one.reject(new ApiError(line.problem.code, line.problem));
        else one.onLine(line);
        if ("total" in line) one.resolve();
      },
      controller.signal,
    );
  } catch (error) {
    for (const { reject } of asked) reject(error);
  }
}

/**
 * The answer to one question, as it becomes known: while it is fetched its data grows line by line.
 * It is pinned, as the view is, by the instants of its range; `asOf` tells apart what is asked anew.
 */
export function countsQuery(ask: Ask, asOf: number) {
  return queryOptions({
    queryKey: ["counts", ask, asOf] as const,
    queryFn: async ({ signal, client, queryKey }): Promise<Answer> => {
      let lines: readonly AnswerLine[] = [];
      let isTold = true;
      const tell = () => {
        if (isTold || signal.aborted) return;
        isTold = true;
        client.setQueryData<Answer>(queryKey, { lines, isWhole: false });
      };
      await answerTogether(ask, signal, (line) => {
        lines = [...lines, line];
        // Lines come in bursts; the screen is drawn once for each.
        if (isTold) requestAnimationFrame(tell);
        isTold = false;
      });
      isTold = true;
      return { lines, isWhole: true };
    },
    // Half an answer stays when the reader goes to another view, and is asked anew on the way back.
    staleTime: ({ state }) => (state.data?.isWhole === true ? Infinity : 0),
    structuralSharing: false,
  });
}

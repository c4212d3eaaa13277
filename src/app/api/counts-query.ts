import { notifyManager, queryOptions, type Query, type QueryClient } from "@tanstack/react-query";
import type { Ask } from "#contract/api/asks.ts";
import type { AnswerLine } from "#contract/api/counts.ts";
import { FILTERS } from "#contract/filter/filters.ts";
import { callsSearch, type CallSet } from "#contract/view/call-set.ts";
import { askTogether } from "./ask-together.ts";
import { learnNamesOfCalls } from "./known-names.ts";

type WithoutView<A extends Ask> = A extends Ask ? Omit<A, "view"> : never;
/** What is asked about a call set. */
export type Question = WithoutView<Ask>;
export type QuestionOf<K extends Question["of"]> = Extract<Question, { of: K }>;

/** Whether it is an answer to a question. */
export const isOfCounts = ({ queryKey: [kind] }: Query): boolean => kind === "counts";

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

/** What a question is about while there are no calls to ask about: it is never sent. */
export const NO_CALLS: CallSet = {
  instance: "",
  range: { from: 0, to: 0 },
  criteria: {},
  asOf: 0,
};

/**
 * The answer to one question, as it becomes known: while it is fetched its data grows line by line.
 * It is pinned, as the view is, by the instants of its range; the as-of tells apart what is asked anew.
 */
export function countsQuery(calls: CallSet, question: Question) {
  const { instance, asOf } = calls;
  const ask: Ask = { ...question, view: callsSearch(calls) };
  return queryOptions({
    queryKey: ["counts", ask, instance, asOf] as const,
    queryFn: async ({ signal, client, queryKey }): Promise<Answer> => {
      const known = new Map<string, AnswerLine>();
      let isTold = true;
      const tell = () => {
        if (isTold || signal.aborted) return;
        isTold = true;
        const lines = [...known.values()];
        // Names and counts are drawn in one go.
        notifyManager.batch(() => {
          learnNamesIn(client, instance, ask, lines);
          client.setQueryData<Answer>(queryKey, { lines, isWhole: false });
        });
      };
      try {
        await askTogether(client, instance, ask, signal, (line) => {
          known.set(subjectOf(line), line);
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
      const lines = [...known.values()];
      learnNamesIn(client, instance, ask, lines);
      return { lines, isWhole: true };
    },
    // What was known of a question that was given up stays, and is not enough for who comes back to it.
    staleTime: ({ state }) => (state.data?.isWhole === true ? Infinity : 0),
    structuralSharing: false,
  });
}

/** What a line is about: a later line about the same replaces the earlier one. */
export function subjectOf(line: AnswerLine): string {
  if ("value" in line) return `value ${line.value}`;
  if ("state" in line) return `state ${line.state}`;
  if ("bucket" in line) return `bucket ${line.bucket}`;
  if ("share" in line) return `share ${line.share}`;
  if ("level" in line) return "level";
  if ("person" in line) return `person ${line.person}`;
  if ("nobody" in line) return "nobody";
  if ("read" in line) return "read";
  if ("figures" in line) return "figures";
  return "end";
}

/** The values of people are ids; some call may have told the name. */
function learnNamesIn(
  client: QueryClient,
  instance: string,
  ask: Ask,
  lines: readonly AnswerLine[],
): void {
  const key = ask.of === "facet" ? ask.facet : ask.of === "people" ? ask.key : undefined;
  const row = key && FILTERS[key];
  if (row?.kind !== "person") return;
  const people = lines.flatMap((line) => {
    if ("person" in line) return [{ id: line.person, name: line.name }];
    return "value" in line ? [{ id: line.value, name: line.name }] : [];
  });
  learnNamesOfCalls(client, instance, row.people, people);
}

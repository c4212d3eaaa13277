import type { AnswerLine } from "#contract/api/counts.ts";
import type { SurveyState } from "#contract/record/survey-state.ts";

/** How many calls are in a state; null where that is not known, which is as final as a number. */
export interface StateCount {
  readonly count: number | null;
  /** Where it is not known: how many there are at least. */
  readonly atLeast: number | undefined;
}

/** What is known of a facet's counts. */
export interface FacetAnswer {
  readonly counts: ReadonlyMap<string, number>;
  readonly states: ReadonlyMap<SurveyState, StateCount>;
  /** Calls that no value covers; undefined while that is not known, or says nothing, as with people. */
  readonly other: number | undefined;
  /** Whether no value is missing that some call has. */
  readonly isComplete: boolean;
}

export const NO_ANSWER: FacetAnswer = {
  counts: new Map(),
  states: new Map(),
  other: undefined,
  isComplete: false,
};

/** The lines of a facet's answer put together; of a value that is told twice the last stands. */
export function readFacetAnswer(lines: readonly AnswerLine[]): FacetAnswer {
  const counts = new Map<string, number>();
  const states = new Map<SurveyState, StateCount>();
  let { other, isComplete } = NO_ANSWER;
  for (const line of lines) {
    if ("value" in line) counts.set(line.value, line.count);
    else if ("state" in line) states.set(line.state, { count: line.count, atLeast: line.atLeast });
    else if ("end" in line) {
      other = line.other ?? undefined;
      isComplete = line.complete ?? false;
    }
  }
  return { counts, states, other, isComplete };
}

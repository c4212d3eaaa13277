import { useQueries, useQueryClient, type UseQueryResult } from "@tanstack/react-query";
import type { ApiError } from "#app/api/api-error.ts";
import { countsQuery, type Answer } from "#app/api/counts-query.ts";
import type { SomeFigures } from "#contract/api/figures.ts";
import { withCriterion } from "#contract/filter/criteria.ts";
import type { PersonKey } from "#contract/filter/filters.ts";
import type { CallSet } from "#contract/view/call-set.ts";

/** People asked about at once: rows and the other counts of the screen must not wait for a hundred of them. */
const AT_ONCE = 6;

/** Resolves once it is answered, or has failed again. */
export type Retry = () => Promise<unknown>;

/** What is known of somebody's calls. */
export interface PersonFigures {
  readonly figures: SomeFigures | undefined;
  readonly error: ApiError | undefined;
  /** Answered, or failed for now. */
  readonly isDone: boolean;
  readonly retry: Retry;
}

/** The figures of each of some people, a few at a time. */
export function useFigures(
  calls: CallSet,
  key: PersonKey,
  ids: readonly string[],
  seconds: number,
): readonly PersonFigures[] {
  const client = useQueryClient();
  const queries = ids.map((id) =>
    countsQuery(
      { ...calls, criteria: withCriterion(calls.criteria, key, id) },
      { of: "figures", seconds },
    ),
  );
  // What these have come to is drawn anew whenever it changes.
  const open = queries.findIndex(({ queryKey }) => {
    const state = client.getQueryState<Answer>(queryKey);
    const hasFailed = state?.status === "error" && state.fetchStatus === "idle";
    return state?.data?.isWhole !== true && !hasFailed;
  });
  const asked = open < 0 ? ids.length : (Math.floor(open / AT_ONCE) + 1) * AT_ONCE;
  return useQueries({
    queries: queries.map((query, at) => ({ ...query, enabled: at < asked })),
  }).map(figuresFrom);
}

/** Tries again what failed, as few at a time. */
export async function retryInTurns(retries: readonly Retry[]): Promise<void> {
  for (let at = 0; at < retries.length; at += AT_ONCE)
    await Promise.all(retries.slice(at, at + AT_ONCE).map((retry) => retry()));
}

/** What is known of an answer to a question for figures. */
export function figuresFrom(answer: UseQueryResult<Answer, ApiError>): PersonFigures {
  const { data, error, isError, isFetching, refetch } = answer;
  const hasFailed = isError && !isFetching;
  return {
    figures: data?.lines.flatMap((line) =>
      "figures" in line && !("person" in line) ? [line.figures] : [],
    )[0],
    error: hasFailed ? error : undefined,
    isDone: data?.isWhole === true || hasFailed,
    retry: refetch,
  };
}

import { useQuery, type UseQueryResult } from "@tanstack/react-query";
import { useMemo } from "react";
import type { ApiError } from "#app/api/api-error.ts";
import { countsQuery, NO_CALLS, type Answer, type Question } from "#app/api/counts-query.ts";
import type { CallSet } from "#contract/view/call-set.ts";

/** The answer to a question as it becomes known; without calls to ask about nothing is asked. */
export function useAnswer(
  calls: CallSet | undefined,
  question: Question,
): UseQueryResult<Answer, ApiError> {
  const query = useMemo(() => countsQuery(calls ?? NO_CALLS, question), [calls, question]);
  return useQuery({ ...query, enabled: calls !== undefined });
}

import { useQuery, type UseQueryResult } from "@tanstack/react-query";
import type { Ask } from "#contract/api/counts.ts";
import type { ApiError } from "#app/api/api-error.ts";
import { countsQuery, type Answer } from "#app/api/counts-query.ts";

/** Never asked: what a query must have that is not wanted. */
const NOTHING: Ask = { of: "total", view: "" };

/** The answer to a question as it becomes known; without a question nothing is asked. */
export function useAnswer(ask: Ask | undefined, asOf: number): UseQueryResult<Answer, ApiError> {
  return useQuery({ ...countsQuery(ask ?? NOTHING, asOf), enabled: ask !== undefined });
}

import type { UseQueryResult } from "@tanstack/react-query";
import { useMemo } from "react";
import type { ApiError } from "#app/api/api-error.ts";
import type { Answer, QuestionOf } from "#app/api/counts-query.ts";
import type { LevelCounts } from "#contract/filter/level-share.ts";
import type { CallSet } from "#contract/view/call-set.ts";
import { useAnswer } from "./use-answer.ts";

/** The parts of a service level; undefined while they are counted, null where that failed. */
export function useLevel(calls: CallSet | undefined, seconds: number) {
  const question = useMemo((): QuestionOf<"level"> => ({ of: "level", seconds }), [seconds]);
  const answer = useAnswer(calls, question);
  return { counts: countsOf(answer), answer };
}

function countsOf(answer: UseQueryResult<Answer, ApiError>): LevelCounts | null | undefined {
  for (const line of answer.data?.lines ?? []) if ("level" in line) return line.level;
  return answer.isError && !answer.isFetching ? null : undefined;
}

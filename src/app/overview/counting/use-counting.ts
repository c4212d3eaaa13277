import type { UseQueryResult } from "@tanstack/react-query";
import type { ApiError } from "#app/api/api-error.ts";
import type { Answer } from "#app/api/counts-query.ts";
import { useHeldError } from "#app/ui/use-held-error.ts";
import type { CallSet } from "#contract/view/call-set.ts";

export interface CountsFailure {
  readonly error: ApiError;
  /** Whether it is only the earlier period that could not be counted. */
  readonly isOfEarlier: boolean;
  readonly isRetrying: boolean;
  readonly retry: () => void;
}

export interface Counting {
  /** How far what was asked is known. */
  readonly state: "known" | "partial" | "failed";
  readonly failure: CountsFailure | undefined;
}

type Answers = readonly UseQueryResult<Answer, ApiError>[];

/**
 * How far the present counts of a part of the screen, and those they are held against, are known.
 * What is missing of the earlier ones takes nothing away from the present ones.
 */
export function useCounting(calls: CallSet, now: Answers, then: Answers): Counting {
  const present = useAnswers(calls, now);
  const earlier = useAnswers(calls, then);
  const isSettled = present.state !== "known" || earlier.state !== "partial";
  const error = present.error ?? earlier.error;
  return {
    state: isSettled ? present.state : "partial",
    failure: error && {
      error,
      isOfEarlier: present.error === undefined,
      isRetrying: present.isRetrying || earlier.isRetrying,
      retry: () => {
        for (const { isEnabled, isError, isFetching, refetch } of [...now, ...then])
          if (isEnabled && isError && !isFetching) void refetch();
      },
    },
  };
}

function useAnswers(calls: CallSet, answers: Answers) {
  const asked = answers.filter(({ isEnabled }) => isEnabled);
  const isCounting = asked.some(({ isFetching }) => isFetching);
  const failed = asked.filter(({ isError, isFetching }) => isError && !isFetching);
  const error = failed[0]?.error ?? undefined;
  const heldError = useHeldError(calls, error, !isCounting);
  const isKnown = asked.every(({ data }) => data?.isWhole === true);
  return {
    state: error ? "failed" : isKnown ? "known" : "partial",
    error: heldError,
    isRetrying: error === undefined && heldError !== undefined,
  } as const;
}

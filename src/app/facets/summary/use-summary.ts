import { useMemo } from "react";
import type { AskOf, RankedField } from "#contract/counts.ts";
import type { ContactDisposition } from "#contract/enums.ts";
import type { AbsoluteRange } from "#contract/time-range.ts";
import { ABANDONED_DISPOSITIONS, ANSWERED_DISPOSITIONS } from "#contract/tones.ts";
import type { ApiError } from "#app/api/api-error.ts";
import { countedView, type Counted, type CountedNow } from "#app/api/counted-view.ts";
import { totalOf, type Answer } from "#app/api/counts-query.ts";
import { restricted } from "./restricted.ts";
import { useAnswer } from "./use-answer.ts";

/** The shares of calls whose value at that rank is told: the median, and what nine in ten stay below. */
export const RANK_SHARES = [0.5, 0.9] as const;
export type RankShare = (typeof RANK_SHARES)[number];

/** How many calls there are, and what became of them. Absent while it is not known. */
export interface Counts {
  readonly total: number | undefined;
  readonly answered: number | undefined;
  readonly abandoned: number | undefined;
}

/** The value at a rank; nulls where page numbers do not reach it. */
export interface Rank {
  readonly share: number;
  readonly seconds: number | null;
  readonly position: number | null;
}

export interface SummaryInHand {
  readonly counts: Counts;
  /** Of the same period a week earlier, where that is asked for. */
  readonly earlier: Counts | undefined;
  readonly queueTime: readonly Rank[];
  readonly talkTime: readonly Rank[];
  readonly isWhole: boolean;
  /** Whether what is absent may still come. */
  readonly isCounting: boolean;
  readonly error: ApiError | null;
  readonly retrying: boolean;
  readonly retry: () => void;
}

/** The figures of a result, as they become known. */
export function useSummary(
  counted: CountedNow,
  earlierRange: AbsoluteRange | undefined,
): SummaryInHand {
  const { asOf } = counted;
  const now = useCounts(counted, asOf);
  const before = useMemo(
    () => earlierRange && { ...counted, range: earlierRange },
    [counted, earlierRange],
  );
  const then = useCounts(before, asOf);
  const queue = useRanks(counted, "queueTime", asOf);
  const talk = useRanks(counted, "talkTime", asOf);
  const answers = [...now.answers, ...then.answers, queue, talk];
  return {
    counts: now.counts,
    earlier: before && then.counts,
    queueTime: ranksOf(queue.data),
    talkTime: ranksOf(talk.data),
    isWhole: answers.every(({ isEnabled, isError, data }) =>
      isEnabled ? !isError && data?.isWhole === true : true,
    ),
    isCounting: answers.some(({ isFetching }) => isFetching),
    error: answers.find(({ isEnabled, isError }) => isEnabled && isError)?.error ?? null,
    retrying: answers.some(({ isError, isFetching }) => isError && isFetching),
    retry: () => {
      for (const { isError, refetch } of answers) if (isError) void refetch();
    },
  };
}

function useCounts(counted: Counted | undefined, asOf: number) {
  const total = useAnswer(
    useMemo(() => totalAsk(counted), [counted]),
    asOf,
  );
  const answered = useShare(counted, ANSWERED_DISPOSITIONS, asOf);
  const abandoned = useShare(counted, ABANDONED_DISPOSITIONS, asOf);
  return {
    counts: {
      total: total.isError ? undefined : totalOf(total.data),
      answered: answered.count,
      abandoned: abandoned.count,
    },
    answers: [total, answered.answer, abandoned.answer],
  };
}

function useShare(
  counted: Counted | undefined,
  dispositions: readonly ContactDisposition[],
  asOf: number,
) {
  const ask = useMemo(() => totalAsk(counted, dispositions), [counted, dispositions]);
  const answer = useAnswer(ask, asOf);
  // Of criteria that let none of them through there is none, and nothing to ask.
  const isNone = counted !== undefined && ask === undefined;
  return { answer, count: isNone ? 0 : answer.isError ? undefined : totalOf(answer.data) };
}

function totalAsk(
  counted: Counted | undefined,
  dispositions?: readonly ContactDisposition[],
): AskOf<"total"> | undefined {
  if (counted === undefined) return undefined;
  const criteria = dispositions ? restricted(counted.criteria, dispositions) : counted.criteria;
  return criteria && { of: "total", view: countedView({ ...counted, criteria }) };
}

function useRanks(counted: Counted, field: RankedField, asOf: number) {
  const ask = useMemo<AskOf<"ranks">>(
    () => ({ of: "ranks", view: countedView(counted), field, shares: [...RANK_SHARES] }),
    [counted, field],
  );
  return useAnswer(ask, asOf);
}

function ranksOf(answer: Answer | undefined): readonly Rank[] {
  return answer?.lines.flatMap((line) => ("share" in line ? [line] : [])) ?? [];
}

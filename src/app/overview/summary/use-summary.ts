import type { UseQueryResult } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTimeZone } from "use-intl";
import type { AskOf, RankedField } from "#contract/api/counts.ts";
import type { ContactDisposition } from "#contract/record/enums.ts";
import { weekEarlier } from "#contract/time/time-range.ts";
import { ABANDONED_DISPOSITIONS, ANSWERED_DISPOSITIONS } from "#contract/record/tones.ts";
import type { ApiError } from "#app/api/api-error.ts";
import { callsSearch, type CallSet } from "#contract/view/call-set.ts";
import { totalOf, type Answer } from "#app/api/counts-query.ts";
import { useComparison } from "#app/view/use-comparison.ts";
import { useCounting, type Counting } from "#app/overview/counting/use-counting.ts";
import { restricted } from "./restricted.ts";
import { useAnswer } from "./use-answer.ts";

/** The shares of calls whose value at that rank is told: the median, and what nine in ten stay below. */
export const RANK_SHARES = [0.5, 0.9] as const;
export type RankShare = (typeof RANK_SHARES)[number];

/** Absent while it is calls; null where it could not be calls. */
export type Figure = number | null | undefined;

/** How many calls there are, and what became of them. */
export interface Counts {
  readonly total: Figure;
  readonly answered: Figure;
  readonly abandoned: Figure;
}

/** The value at a rank; nulls where page numbers do not reach it. */
export interface Rank {
  readonly share: number;
  readonly seconds: number | null;
  readonly position: number | null;
}

export interface Ranks {
  readonly known: readonly Rank[];
  /** Whether what is not known could not be looked up. */
  readonly hasFailed: boolean;
}

export interface SummaryInHand {
  readonly counts: Counts;
  /** Of the same period a week earlier, where that is asked for. */
  readonly earlier: Counts | undefined;
  readonly queueTime: Ranks;
  readonly talkTime: Ranks;
  readonly counting: Counting;
}

/** The figures of a result, as they become known. */
export function useSummary(calls: CallSet): SummaryInHand {
  const { range, asOf } = calls;
  const [isCompared] = useComparison();
  const timeZone = useTimeZone() ?? "UTC";
  const before = useMemo(
    () => (isCompared ? { ...calls, range: weekEarlier(range, timeZone) } : undefined),
    [isCompared, calls, range, timeZone],
  );
  const now = useCounts(calls, asOf);
  const then = useCounts(before, asOf);
  const queue = useRanks(calls, "queueTime", asOf);
  const talk = useRanks(calls, "talkTime", asOf);
  return {
    counts: now.counts,
    earlier: before && then.counts,
    queueTime: ranksOf(queue),
    talkTime: ranksOf(talk),
    counting: useCounting(calls, [...now.answers, queue, talk], then.answers),
  };
}

function useCounts(calls: CallSet | undefined, asOf: number) {
  const total = useAnswer(
    useMemo(() => totalAsk(calls), [calls]),
    asOf,
  );
  const answered = useShare(calls, ANSWERED_DISPOSITIONS, asOf);
  const abandoned = useShare(calls, ABANDONED_DISPOSITIONS, asOf);
  return {
    counts: {
      total: figureOf(total),
      answered: answered.count,
      abandoned: abandoned.count,
    },
    answers: [total, answered.answer, abandoned.answer],
  };
}

function useShare(
  calls: CallSet | undefined,
  dispositions: readonly ContactDisposition[],
  asOf: number,
) {
  const ask = useMemo(() => totalAsk(calls, dispositions), [calls, dispositions]);
  const answer = useAnswer(ask, asOf);
  // Of criteria that let none of them through there is none, and nothing to ask.
  const isNone = calls !== undefined && ask === undefined;
  return { answer, count: isNone ? 0 : figureOf(answer) };
}

function figureOf(answer: UseQueryResult<Answer, ApiError>): Figure {
  return hasFailed(answer) ? null : totalOf(answer.data);
}

/** Not so while it is asked again. */
function hasFailed({ isError, isFetching }: UseQueryResult<Answer, ApiError>): boolean {
  return isError && !isFetching;
}

function totalAsk(
  calls: CallSet | undefined,
  dispositions?: readonly ContactDisposition[],
): AskOf<"total"> | undefined {
  if (calls === undefined) return undefined;
  const criteria = dispositions ? restricted(calls.criteria, dispositions) : calls.criteria;
  return criteria && { of: "total", view: callsSearch({ ...calls, criteria }) };
}

function useRanks(calls: CallSet, field: RankedField, asOf: number) {
  const ask = useMemo<AskOf<"ranks">>(
    () => ({ of: "ranks", view: callsSearch(calls), field, shares: [...RANK_SHARES] }),
    [calls, field],
  );
  return useAnswer(ask, asOf);
}

function ranksOf(answer: UseQueryResult<Answer, ApiError>): Ranks {
  const lines = answer.data?.lines ?? [];
  const known = lines.flatMap((line) => ("share" in line ? [line] : []));
  return { known, hasFailed: hasFailed(answer) };
}

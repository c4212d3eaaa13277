import type { UseQueryResult } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTimeZone } from "use-intl";
import type { ApiError } from "#app/api/api-error.ts";
import { totalOf, type Answer, type QuestionOf } from "#app/api/counts-query.ts";
import { useCounting, type Counting } from "#app/overview/counting/use-counting.ts";
import { useSeen, type SeenRef } from "#app/ui/use-seen.ts";
import { useComparison } from "#app/view/use-comparison.ts";
import { useServiceLevel } from "#app/view/use-service-level.ts";
import type { RankedField } from "#contract/api/asks.ts";
import type { LevelCounts } from "#contract/filter/level-share.ts";
import { restricted } from "#contract/filter/restricted.ts";
import type { ServiceLevel } from "#contract/filter/service-level.ts";
import { shareBase, type ShareBase } from "#contract/filter/share-base.ts";
import type { ContactDisposition } from "#contract/record/enums.ts";
import { ABANDONED_DISPOSITIONS, ANSWERED_DISPOSITIONS } from "#contract/record/tones.ts";
import { weekEarlier } from "#contract/time/time-range.ts";
import type { CallSet } from "#contract/view/call-set.ts";
import { RANK_SHARES } from "./rank-shares.ts";
import { useAnswer } from "./use-answer.ts";
import { useLevel } from "./use-level.ts";

/** Absent while it is counted; null where it could not be counted. */
export type Figure = number | null | undefined;

/** How many calls there are, and what became of those that it is told of. */
export interface Counts {
  readonly total: Figure;
  /** What the following are a share of. */
  readonly base: Figure;
  readonly answered: Figure;
  readonly abandoned: Figure;
}

/** The value at a rank; nulls where the budget of upstream calls does not reach it. */
export interface Rank {
  readonly share: number;
  readonly seconds: number | null;
  readonly position: number | null;
}

export interface Ranks {
  readonly known: readonly Rank[];
  /** The calls that have a value; null where they could not be counted. */
  readonly base: Figure;
  /** Whether what is not known could not be looked up. */
  readonly hasFailed: boolean;
}

/** The figures of one period. */
export interface Figures {
  readonly counts: Counts;
  readonly queueTime: Ranks;
  readonly talkTime: Ranks;
}

/** The service level, of which nothing is asked before it is seen. */
export interface LevelInHand {
  readonly level: ServiceLevel;
  /** Undefined while it is counted; null where that failed. */
  readonly now: LevelCounts | null | undefined;
  readonly earlier: LevelCounts | null | undefined;
  /** The ref of what shows it. */
  readonly watch: SeenRef;
}

export interface SummaryInHand extends Figures {
  /** Which calls the shares are of. */
  readonly base: ShareBase;
  /** Of the same period a week earlier, where that is asked for. */
  readonly earlier: Figures | undefined;
  readonly level: LevelInHand;
  readonly counting: Counting;
}

const TOTAL = { of: "total" } as const;

/** The figures of a call set, as they become known. */
export function useSummary(calls: CallSet): SummaryInHand {
  const [isCompared] = useComparison();
  const timeZone = useTimeZone() ?? "UTC";
  const before = useMemo(
    () => (isCompared ? { ...calls, range: weekEarlier(calls.range, timeZone) } : undefined),
    [isCompared, calls, timeZone],
  );
  const base = useMemo(() => shareBase(calls.criteria), [calls.criteria]);
  const now = useFigures(calls, base);
  const then = useFigures(before, base);
  const { level } = useServiceLevel();
  const [watch, isSeen] = useSeen();
  const levelNow = useLevel(isSeen ? calls : undefined, level.seconds);
  const levelThen = useLevel(isSeen ? before : undefined, level.seconds);
  const answersNow = [...now.answers, levelNow.answer];
  const answersThen = [...then.answers, levelThen.answer];
  return {
    ...now.figures,
    base,
    earlier: before && then.figures,
    level: { level, now: levelNow.counts, earlier: levelThen.counts, watch },
    counting: useCounting(calls, answersNow, answersThen),
  };
}

function useFigures(calls: CallSet | undefined, base: ShareBase) {
  const { counts, answers } = useCounts(calls, base);
  const queue = useRanks(calls, "queueTime");
  const talk = useRanks(calls, "talkTime");
  return {
    figures: { counts, queueTime: ranksOf(queue), talkTime: ranksOf(talk) },
    answers: [...answers, queue, talk],
  };
}

function useCounts(calls: CallSet | undefined, { criteria }: ShareBase) {
  const ofBase = useMemo(() => calls && { ...calls, criteria }, [calls, criteria]);
  const total = useAnswer(calls, TOTAL);
  const base = useAnswer(ofBase, TOTAL);
  const answered = useShare(ofBase, ANSWERED_DISPOSITIONS);
  const abandoned = useShare(ofBase, ABANDONED_DISPOSITIONS);
  return {
    counts: {
      total: figureOf(total),
      base: figureOf(base),
      answered: answered.count,
      abandoned: abandoned.count,
    },
    answers: [total, base, answered.answer, abandoned.answer],
  };
}

function useShare(calls: CallSet | undefined, dispositions: readonly ContactDisposition[]) {
  const part = useMemo(() => {
    const criteria = calls && restricted(calls.criteria, "contactDisposition", dispositions);
    return criteria && { ...calls, criteria };
  }, [calls, dispositions]);
  const answer = useAnswer(part, TOTAL);
  // Of criteria that let none of them through there is none, and nothing to ask.
  const isNone = calls !== undefined && part === undefined;
  return { answer, count: isNone ? 0 : figureOf(answer) };
}

function figureOf(answer: UseQueryResult<Answer, ApiError>): Figure {
  return hasFailed(answer) ? null : totalOf(answer.data);
}

/** Not so while it is asked again. */
function hasFailed({ isError, isFetching }: UseQueryResult<Answer, ApiError>): boolean {
  return isError && !isFetching;
}

function useRanks(calls: CallSet | undefined, field: RankedField) {
  const question = useMemo(
    (): QuestionOf<"ranks"> => ({ of: "ranks", field, shares: [...RANK_SHARES] }),
    [field],
  );
  return useAnswer(calls, question);
}

function ranksOf(answer: UseQueryResult<Answer, ApiError>): Ranks {
  const lines = answer.data?.lines ?? [];
  const known = lines.flatMap((line) => ("share" in line ? [line] : []));
  const failed = hasFailed(answer);
  const [first] = known;
  const unknown = failed ? null : undefined;
  return { known, base: first === undefined ? unknown : first.base, hasFailed: failed };
}

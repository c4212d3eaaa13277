import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useTimeZone } from "use-intl";
import type { ApiError } from "#app/api/api-error.ts";
import { countsQuery, NO_CALLS, type Answer, type QuestionOf } from "#app/api/counts-query.ts";
import { useHeldError } from "#app/ui/use-held-error.ts";
import { useLast } from "#app/ui/use-last.ts";
import { MAX_EXTRA_VALUES } from "#contract/api/count-limits.ts";
import { withValues, withCriterion } from "#contract/filter/criteria.ts";
import type { FacetKey } from "#contract/filter/filters.ts";
import { weekEarlier } from "#contract/time/time-range.ts";
import { callsSearch, type CallSet } from "#contract/view/call-set.ts";
import { NO_ANSWER, readFacetAnswer, type FacetAnswer } from "./facet-answer.ts";
import { documentedOf } from "./facet-choice.ts";

export interface FacetCounts {
  /** `known` in whole and of the present view; absent while nothing is asked. */
  readonly state: "known" | "partial" | "failed" | undefined;
  readonly answer: FacetAnswer;
  /** The answer once it is whole. */
  readonly whole: FacetAnswer | undefined;
  /** The whole answer of the view before, until the present one is whole. */
  readonly old: FacetAnswer | undefined;
  /** The same a week earlier, once it is whole. */
  readonly before: FacetAnswer | undefined;
  /** Of the present view, until it is counted; it stays while that is tried again. */
  readonly error: ApiError | undefined;
  readonly isRetrying: boolean;
  readonly retry: () => void;
}

const read = (data: Answer | undefined) => (data ? readFacetAnswer(data.lines) : NO_ANSWER);

/**
 * A facet's counts, without a say of its own criterion: a tick within the facet asks nothing anew.
 *
 * @param wanted values that must be counted whether or not the facet finds them
 * @param recent values that are counted, too, when the facet asks anyway
 */
export function useFacetCounts(
  facet: FacetKey,
  calls: CallSet | undefined,
  { wanted, recent, compare }: FacetWishes,
): FacetCounts {
  const timeZone = useTimeZone() ?? "UTC";
  const isAsked = calls !== undefined;
  const sideways = useMemo(() => withoutOwn(calls ?? NO_CALLS, facet), [calls, facet]);
  const view = useMemo(() => callsSearch(sideways), [sideways]);

  // Kept from ask to ask of the same view: what is found by itself need not be asked for by name.
  const [held, setHeld] = useState({ view, extra: extraOf(facet, wanted, recent) });
  const extra = held.view === view ? held.extra : extraOf(facet, wanted, recent);
  if (held.view !== view) setHeld({ view, extra });

  const query = useQuery({
    ...countsQuery(sideways, questionOf(facet, extra)),
    enabled: isAsked,
  });
  const { data } = query;
  const answer = useMemo(() => read(isAsked ? data : undefined), [isAsked, data]);
  const whole = isAsked && data?.isWhole === true ? answer : undefined;
  const missing = whole && wanted.filter((value) => !whole.counts.has(value));
  const added = extraOf(facet, extra, missing ?? []);
  if (held.view === view && added.length > extra.length) setHeld({ view, extra: added });

  // Past a view that could not be counted it would be that of the view before the last.
  const last = useLast(whole, query.isError);

  const weekBefore = useMemo(
    () => ({ ...sideways, range: weekEarlier(sideways.range, timeZone) }),
    [sideways, timeZone],
  );
  // Asked about after the present, which tells the values that no list knows.
  const listed = documentedOf(facet);
  const found = whole ? [...whole.counts.keys()].filter((value) => !listed.includes(value)) : [];
  const beforeQuery = useQuery({
    ...countsQuery(weekBefore, questionOf(facet, extraOf(facet, found, []))),
    enabled: compare && whole !== undefined,
  });
  const beforeData = compare && beforeQuery.data?.isWhole === true ? beforeQuery.data : undefined;
  const before = useMemo(() => beforeData && readFacetAnswer(beforeData.lines), [beforeData]);

  const failed = [query, ...(compare ? [beforeQuery] : [])].find(
    ({ isError, isFetching }) => isError && !isFetching,
  );
  const isKnown = whole !== undefined && (!compare || before !== undefined);
  const error = useHeldError(
    `${view} ${sideways.asOf} ${compare}`,
    failed?.error,
    isKnown || !isAsked,
  );
  const state = failed ? "failed" : isKnown ? "known" : "partial";
  return {
    state: isAsked ? state : undefined,
    answer,
    whole,
    old: whole === undefined && isAsked ? last : undefined,
    before,
    error: isAsked ? error : undefined,
    isRetrying: failed === undefined,
    retry: () => void failed?.refetch(),
  };
}

export interface FacetWishes {
  readonly wanted: readonly string[];
  readonly recent: readonly string[];
  /** Whether to ask about the week before, too. */
  readonly compare: boolean;
}

/** What a tick within the facet leaves as it is. */
function withoutOwn(calls: CallSet, facet: FacetKey): CallSet {
  return { ...calls, criteria: withCriterion(calls.criteria, facet, undefined) };
}

function questionOf(facet: FacetKey, extra: readonly string[]): QuestionOf<"facet"> {
  return { of: "facet", facet, ...(extra.length > 0 && { extra: [...extra] }) };
}

/**
 * In an order of their own, so that equal questions are equal, and no more than may be asked for. One
 * bad value, as a text that is too long for a link, would be refused with all that is asked beside it.
 */
function extraOf(
  facet: FacetKey,
  first: readonly string[],
  then: readonly string[],
): readonly string[] {
  return [...new Set([...first, ...then])]
    .filter((value) => withValues({}, facet, [value]) !== undefined)
    .slice(0, MAX_EXTRA_VALUES)
    .toSorted();
}

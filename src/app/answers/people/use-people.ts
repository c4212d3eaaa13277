import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTimeZone } from "use-intl";
import type { ApiError } from "#app/api/api-error.ts";
import { countsQuery, NO_CALLS } from "#app/api/counts-query.ts";
import { useNameOf } from "#app/api/known-names.ts";
import { useScope } from "#app/api/use-rights.ts";
import { useComparison } from "#app/view/use-comparison.ts";
import type { Figures, SomeFigures } from "#contract/api/figures.ts";
import { FILTERS, type PersonKey } from "#contract/filter/filters.ts";
import { weekEarlier } from "#contract/time/time-range.ts";
import type { CallSet } from "#contract/view/call-set.ts";
import { figuresFrom, useFigures, type Retry } from "./use-figures.ts";
import { usePeopleList, type PeopleList } from "./use-people-list.ts";

/** A line of the table. */
export interface PersonRow {
  readonly id: string;
  /** The id, where no name is known. */
  readonly name: string;
  readonly now: SomeFigures | undefined;
  /** A week earlier. */
  readonly earlier: SomeFigures | undefined;
}

export interface PeopleInHand {
  readonly list: PeopleList;
  readonly rows: readonly PersonRow[];
  /** All calls in view; undefined where a reader's own groups are only asked for one by one. */
  readonly all: Omit<PersonRow, "id" | "name"> | undefined;
  /** How many of the lines are counted, of how many. */
  readonly done: number;
  readonly of: number;
  /** Whether all that the table shows has been answered, or has failed for now: last week's and all calls, too. */
  readonly isSettled: boolean;
  /** Whether the lines are the reader's own groups or agents, by which they are bounded. */
  readonly isOwn: boolean;
  /** Listed people without a call in view. */
  readonly without: number;
  /** What could not be counted: lines, all calls, what they are held against. */
  readonly failures: readonly { readonly error: ApiError; readonly retry: Retry }[];
  /** People who are not counted unless that is asked for. */
  readonly more: number;
}

const NO_IDS: readonly string[] = [];

/** Lines that are counted one by one unless somebody asks for all: each costs up to some thirty upstream calls. */
const MOST_BY_ITSELF = 60;

/** The figures of each agent or group of the calls, and of a week earlier where the view is compared. */
export function usePeople(
  calls: CallSet,
  key: PersonKey,
  seconds: number,
  isEveryone: boolean,
): PeopleInHand {
  const [isCompared] = useComparison();
  const timeZone = useTimeZone() ?? "UTC";
  const before = useMemo(
    () => ({ ...calls, range: weekEarlier(calls.range, timeZone) }),
    [calls, timeZone],
  );
  const nameOf = useNameOf(calls.instance, FILTERS[key].people);
  const isOwn = useScope()?.filter === key;
  const list = usePeopleList(calls, key, seconds);
  const found = list.ids ?? NO_IDS;
  const isFew = list.figures !== undefined || isEveryone;
  const ids = useMemo(() => (isFew ? found : found.slice(0, MOST_BY_ITSELF)), [isFew, found]);
  const now = useFigures(calls, key, list.figures ? NO_IDS : ids, seconds);
  // What was read tells of all, too.
  const isAllAsked = !isOwn && list.ids !== undefined && list.figures === undefined;
  const all = useAll(isAllAsked ? calls : undefined, seconds);
  const isDone = list.ids !== undefined && now.every((one) => one.isDone);
  // What the table is of comes before what it is held against.
  const isBefore = isCompared && isDone;
  const listBefore = usePeopleList(
    isBefore && list.figures !== undefined ? before : undefined,
    key,
    seconds,
  );
  const isEach = isBefore && (list.figures === undefined || isOfProbes(listBefore));
  const then = useFigures(before, key, isEach ? ids : NO_IDS, seconds);
  const isAllBeforeAsked = isEach && !isOwn;
  const allBefore = useAll(isAllBeforeAsked ? before : undefined, seconds);
  const isListBeforeAsked = isBefore && list.figures !== undefined;
  const isListBeforeDone = listBefore.ids !== undefined || listBefore.error !== undefined;

  const rows = ids.map((id, at) => ({
    id,
    name: nameOf(id) ?? id,
    now: list.figures ? list.figures.get(id) : now[at]?.figures,
    earlier: isEach ? then[at]?.figures : earlierOf(listBefore, id),
  }));
  const hasNone = (row: PersonRow) => row.now?.total === 0 && calls.criteria[key] === undefined;
  return {
    list,
    rows: isOwn ? rows : rows.filter((row) => !hasNone(row)),
    all: isOwn
      ? undefined
      : {
          now: list.all ?? all.figures,
          earlier: listBefore.all ?? allBefore.figures,
        },
    done: list.figures ? ids.length : now.filter((one) => one.isDone).length,
    of: ids.length,
    isSettled:
      isDone &&
      (!isAllAsked || all.isDone) &&
      (!isListBeforeAsked || isListBeforeDone) &&
      then.every((one) => one.isDone) &&
      (!isAllBeforeAsked || allBefore.isDone),
    isOwn,
    without: isOwn ? 0 : rows.filter(hasNone).length,
    failures: [...now, ...then, all, allBefore, listBefore].flatMap(({ error, retry }) =>
      error ? [{ error, retry }] : [],
    ),
    more: found.length - ids.length,
  };
}

const isOfProbes = ({ ids, figures }: PeopleList) => ids !== undefined && figures === undefined;

/** Of whom nothing was said a week earlier there was no call. */
function earlierOf({ ids, figures }: PeopleList, id: string): SomeFigures | undefined {
  return figures?.get(id) ?? (figures && ids ? NONE : undefined);
}

const NONE: Figures = {
  total: 0,
  base: 0,
  answered: 0,
  placed: 0,
  rejected: 0,
  level: { offered: 0, answered: 0, within: 0, short: 0 },
  talk: { base: 0, mean: null, p90: null, position: null },
  satisfaction: { keys: {}, isWhole: true },
};

function useAll(calls: CallSet | undefined, seconds: number) {
  const query = useMemo(
    () => countsQuery(calls ?? NO_CALLS, { of: "figures", seconds }),
    [calls, seconds],
  );
  return figuresFrom(useQuery({ ...query, enabled: calls !== undefined }));
}

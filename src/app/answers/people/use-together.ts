import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { countsQuery } from "#app/api/counts-query.ts";
import type { SomeFigures } from "#contract/api/figures.ts";
import type { PersonKey } from "#contract/filter/filters.ts";
import type { CallSet } from "#contract/view/call-set.ts";
import { figuresFrom, type PersonFigures } from "./use-figures.ts";

/** The figures of the calls of some people together, each call once. One alone has those of its line. */
export function useTogether(
  calls: CallSet,
  key: PersonKey,
  ids: readonly string[],
  seconds: number,
  ofOne: SomeFigures | undefined,
): PersonFigures {
  const query = useMemo(
    () => countsQuery(calls, { of: "figures", seconds, people: { key, ids: ids.toSorted() } }),
    [calls, key, ids, seconds],
  );
  const answer = figuresFrom(useQuery({ ...query, enabled: ids.length > 1 }));
  return ids.length === 1 ? { ...answer, figures: ofOne, isDone: true } : answer;
}

import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { ApiError } from "#app/api/api-error.ts";
import { countsQuery, NO_CALLS } from "#app/api/counts-query.ts";
import { peopleQuery } from "#app/api/people-query.ts";
import { useScope } from "#app/api/use-rights.ts";
import type { Figures } from "#contract/api/figures.ts";
import { FILTERS, type PersonKey } from "#contract/filter/filters.ts";
import type { CallSet } from "#contract/view/call-set.ts";
import type { Retry } from "./use-figures.ts";

/** Who has calls in view, as far as that can be learned. */
export interface PeopleList {
  /** Undefined while nobody is known. */
  readonly ids: readonly string[] | undefined;
  /** Present where all calls were read: the figures of each. */
  readonly figures: ReadonlyMap<string, Figures> | undefined;
  /** Likewise: of the calls that name nobody, and how many name several. */
  readonly nobody: { readonly figures: Figures; readonly several: number } | undefined;
  /** Likewise: of all calls. */
  readonly all: Figures | undefined;
  /** How many pages were read, of how many, while they are. */
  readonly read: { readonly read: number; readonly of: number } | undefined;
  /** Whether the list has all who have calls in view. */
  readonly isComplete: boolean;
  readonly error: ApiError | undefined;
  readonly isFetching: boolean;
  readonly retry: Retry;
}

/**
 * Asks whom the calls name. Where they are too many to be read it is some of them that tell, and the upstream's own
 * list of people, so that who has few calls is not missing.
 */
export function usePeopleList(
  calls: CallSet | undefined,
  key: PersonKey,
  seconds: number,
): PeopleList {
  const query = useMemo(
    () => countsQuery(calls ?? NO_CALLS, { of: "people", key, seconds }),
    [calls, key, seconds],
  );
  const { data, error, isError, isFetching, refetch } = useQuery({
    ...query,
    enabled: calls !== undefined,
  });
  const lines = data?.lines ?? [];
  const end = lines.find((line) => "end" in line);
  const isRead = end?.plan === "pages";
  const isOwn = useScope()?.filter === key;
  const isOpen = end?.plan === "probes" && !isOwn && calls?.criteria[key] === undefined;
  const listed = useQuery({
    ...peopleQuery({ instance: calls?.instance ?? "", kind: FILTERS[key].people, q: "" }),
    enabled: isOpen,
  });
  const told = lines.flatMap((line) => ("person" in line ? [line] : []));
  const found = told.map(({ person }) => person);
  const also = isOpen ? (listed.data?.people ?? []).map(({ id }) => id) : [];
  const nobody = lines.flatMap((line) => ("nobody" in line ? [line] : []))[0];
  const read = lines.find((line) => "read" in line);
  const hasFailed = isError && !isFetching;
  // Rows come at once, and the list of names may take longer, or fail: calls tell the most.
  const isListed = !isOpen || !listed.isLoading;
  return {
    ids: end && isListed ? [...new Set([...found, ...also])] : undefined,
    figures: isRead
      ? new Map(told.flatMap(({ person, figures }) => (figures ? [[person, figures]] : [])))
      : undefined,
    nobody: isRead && nobody ? { figures: nobody.nobody, several: nobody.several } : undefined,
    all: isRead ? nobody?.all : undefined,
    read: end ? undefined : read,
    isComplete: end?.complete === true,
    error: hasFailed ? error : undefined,
    isFetching,
    retry: refetch,
  };
}

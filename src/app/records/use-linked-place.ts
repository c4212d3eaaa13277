import { queryOptions, skipToken, useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { recordQuery } from "#app/api/record-query.ts";
import type { AbsoluteRange } from "#contract/time/time-range.ts";
import type { CallSet } from "#contract/view/call-set.ts";
import { rangeBefore, seekRow, type Placeless } from "./list/place-in-list.ts";
import { countExactly } from "./list/rows-query.ts";
import type { RowsInHand } from "./list/use-rows.ts";

/** A row that is read because a link's call may stand there. */
export interface SoughtRow {
  readonly list: string;
  readonly record: string;
  readonly row: number;
}

/** How many calls stand before one: one count probe. */
function beforeQuery(calls: CallSet | undefined, range: AbsoluteRange | undefined) {
  return queryOptions({
    queryKey: ["before", calls, range],
    queryFn:
      calls === undefined || range === undefined
        ? skipToken
        : ({ signal, client }) => countExactly(client, { ...calls, range }, signal),
    staleTime: Infinity,
  });
}

/**
 * A link may open a call that is not on its page. Where it stands is asked for then, as far as the list's
 * order can tell; else it is said why it has no place.
 *
 * @param record the open call's id; undefined also where its place is known
 * @param onSeek told of a row to be read, and once there is none
 */
export function useLinkedPlace(
  { list, stale, loading }: Pick<RowsInHand, "list" | "stale" | "loading">,
  record: string | undefined,
  onSeek: (row: SoughtRow | undefined) => void,
): "coming" | Placeless | undefined {
  const { of, map, id } = list ?? {};
  // Who opens the call asks for it; here it is only looked at.
  const { data } = useQuery({
    ...recordQuery(of?.calls.instance ?? "", record ?? ""),
    enabled: false,
  });
  const known = stale || record === undefined ? undefined : data?.record;
  const before = known && of && rangeBefore(of, known);
  const range = typeof before === "object" ? before : undefined;
  // The page that the link names is read first: it is there as a rule.
  const counting = useQuery({
    ...beforeQuery(of?.calls, range),
    enabled: range !== undefined && !loading,
  });
  const count = before === "empty" ? 0 : range && counting.data;
  const sought = known && map && count !== undefined ? seekRow(map, known, count) : undefined;
  const row = typeof sought === "number" ? sought : undefined;
  useEffect(() => {
    const isSought = row !== undefined && id !== undefined && record !== undefined;
    onSeek(isSought ? { list: id, record, row } : undefined);
  }, [id, record, row, onSeek]);
  if (before === "otherTime" || before === "otherOrder") return before;
  if (sought === "leftOut") return sought;
  return row !== undefined || counting.isFetching ? "coming" : undefined;
}

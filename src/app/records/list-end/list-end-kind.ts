import { listLength, reach, rowAt, type RowMap } from "#app/records/list/row-map.ts";

/** Why a list ends before all the calls that match are in it. Numbers are of calls. */
export type ListEndKind =
  /** Page numbers reach no further in this order. `rest` is absent where nobody could count. */
  | { readonly kind: "limit"; readonly listed: number; readonly rest: number | undefined }
  /** In start-time order, more calls than a query reaches began in the same instant. */
  | { readonly kind: "stuck"; readonly listed: number; readonly rest: number | undefined }
  /** The upstream counted more calls than it gave. */
  | { readonly kind: "missing"; readonly listed: number; readonly counted: number };

/**
 * What has to be said below the last row: why calls are missing from a list, or undefined for one
 * that has all of them, or of which that is not known yet.
 */
export function listEndOf(map: RowMap): ListEndKind | undefined {
  const { end, stuck } = map;
  const listed = listLength(map);
  const counted = map.counted ?? undefined;
  // A short last page says that there is no more, whatever was counted.
  const isWhole = end !== undefined && !stuck && end <= listed;
  const rest = counted === undefined ? undefined : counted - listed;
  if (rest !== undefined && rest <= 0) return undefined;
  if (isWhole) return counted === undefined ? undefined : { kind: "missing", listed, counted };
  if (stuck) return { kind: "stuck", listed, rest };
  if (listed < reach(map)) return undefined;
  // Without a count, the list must have been read to its limit to know that it gets there.
  if (rest === undefined && rowAt(map, listed - 1) === undefined) return undefined;
  return { kind: "limit", listed, rest };
}

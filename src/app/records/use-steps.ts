import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo } from "react";
import { rememberRecord } from "#app/api/known-record.ts";
import { useLast } from "#app/ui/use-last.ts";
import { useChange } from "#app/view/use-view.tsx";
import type { CallRecord } from "#contract/record/call-record.ts";
import type { Placeless } from "./list/place-in-list.ts";
import { indexOfRecord } from "./list/row-map.ts";
import { stepFrom } from "./list/step-from.ts";
import type { RowsInHand } from "./list/use-rows.ts";
import { useLinkedPlace, type SoughtRow } from "./use-linked-place.ts";

/** A row that a step leads to and that has yet to be read. */
export interface AwaitedRow {
  /** The list, and the open call that was stepped from: with another one nobody waits any more. */
  readonly list: string;
  readonly from: string;
  readonly step: -1 | 1;
  readonly row: number;
}

/** Where the open call stands in the list, and the way to those around it. */
export interface Steps {
  /** Its position, from 0; absent while nobody knows: a link may open a call that the list has not. */
  readonly at: number | undefined;
  /** Calls in the list, once they are counted. */
  readonly total: number | undefined;
  /** Whether the call that was asked for is still being read, or could not be. */
  readonly state: "here" | "coming" | "failed";
  /** Why it has no position, where that is known. */
  readonly placeless: Placeless | undefined;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onStep: (step: -1 | 1) => void;
}

/**
 * @param record the open call's id
 * @param onAwait told of the row that a step leads to
 * @param onSeek told of the row that a link's call may stand in
 */
export function useSteps(
  rows: RowsInHand,
  record: string | undefined,
  awaited: AwaitedRow | undefined,
  onAwait: (row: AwaitedRow | undefined) => void,
  onSeek: (row: SoughtRow | undefined) => void,
): Steps {
  const client = useQueryClient();
  const change = useChange();
  const { list, stale, error, retry, total } = rows;
  const map = list?.map;
  const id = list?.id;
  const found = useMemo(
    () => (map && record !== undefined ? indexOfRecord(map, record) : undefined),
    [map, record],
  );
  // Its page may be let go while it is open.
  const place = useMemo(
    () => (found === undefined ? undefined : { id, record, row: found }),
    [id, record, found],
  );
  const last = useLast(place);
  const at = last?.id === id && last?.record === record ? last?.row : undefined;
  const linked = useLinkedPlace(rows, at === undefined ? record : undefined, onSeek);

  const open = useCallback(
    (next: CallRecord) => {
      rememberRecord(client, next);
      // One look along the list is one step of the history.
      change({ record: next.contactId }, "replace");
    },
    [client, change],
  );
  /** Who presses on while a page is on its way means the calls after it. */
  const next = (step: -1 | 1) =>
    at === undefined || map === undefined ? undefined : stepFrom(map, awaited?.row ?? at, step);
  function onStep(step: -1 | 1) {
    const to = next(step);
    if (to === undefined || id === undefined || record === undefined) return;
    const isHere = to.record !== undefined;
    onAwait(isHere ? undefined : { list: id, from: record, step, row: to.row });
    if (isHere) open(to.record);
    else if (error !== null) retry();
  }
  // What was waited for is here; or the list turned out to end before it, and there is no such call.
  useEffect(() => {
    if (awaited === undefined || map === undefined) return;
    const to = stepFrom(map, awaited.row - awaited.step, awaited.step);
    if (to !== undefined && to.record === undefined) {
      if (to.row !== awaited.row) onAwait({ ...awaited, row: to.row });
      return;
    }
    onAwait(undefined);
    if (to?.record !== undefined) open(to.record);
  }, [awaited, map, onAwait, open]);

  return {
    at,
    total: stale ? undefined : total.count,
    state:
      awaited === undefined && linked !== "coming" ? "here" : error === null ? "coming" : "failed",
    placeless: linked === "coming" ? undefined : linked,
    isFirst: next(-1) === undefined,
    isLast: next(1) === undefined,
    onStep,
  };
}

import { useMemo, useState } from "react";
import { useView } from "#app/view/use-view.tsx";
import type { CallRecord } from "#contract/record/call-record.ts";
import type { CallList, CallSet } from "#contract/view/call-set.ts";
import { rowsOfPage } from "./list/row-map.ts";
import { listId, useRows, type RowsInHand } from "./list/use-rows.ts";
import { createViewport, type Viewport } from "./list/viewport.ts";
import { useFollowPage } from "./use-follow-page.ts";
import type { SoughtRow } from "./use-linked-place.ts";
import { useSteps, type AwaitedRow, type Steps } from "./use-steps.ts";

/** The view's list of calls, for the table and for what stands around it. */
export interface CallListInHand {
  /** What the view asks for, which may not be on screen yet. */
  readonly asked: CallList;
  readonly rows: RowsInHand;
  readonly viewport: Viewport;
  /** The records of the view's page, once they are the view's own. */
  readonly pageRecords: readonly CallRecord[] | undefined;
  /** Before the view goes elsewhere: the address may be a page behind. */
  readonly onLeave: () => void;
  /** The way from the open call to those around it. */
  readonly steps: Steps;
}

/** @param calls those of the view in hand */
export function useCallList(calls: CallSet): CallListInHand {
  const { view } = useView();
  const { page, sort, record } = view;
  const asked = useMemo(() => ({ calls, sort }), [calls, sort]);
  const [viewport] = useState(createViewport);
  const id = listId(asked);
  const [awaited, setAwaited] = useState<AwaitedRow>();
  const isWaitedFor = awaited?.list === id && awaited.from === record;
  const waitedFor = isWaitedFor ? awaited : undefined;
  const [sought, setSought] = useState<SoughtRow>();
  const isSoughtHere = sought?.list === id && sought.record === record;
  const rows = useRows(asked, page, viewport, {
    row: waitedFor?.row ?? (isSoughtHere ? sought.row : undefined),
    wholePage: record !== undefined,
  });
  const onLeave = useFollowPage(viewport, id);
  const steps = useSteps(rows, record, waitedFor, setAwaited, setSought);
  const map = rows.stale ? undefined : rows.list?.map;
  const pageRecords = useMemo(() => map && rowsOfPage(map, page), [map, page]);
  return { asked, rows, viewport, pageRecords, onLeave, steps };
}

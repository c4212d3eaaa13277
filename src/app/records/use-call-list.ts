import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";
import { rememberRecord } from "#app/api/known-record.ts";
import { useView } from "#app/view/use-view.tsx";
import type { CallRecord } from "#contract/record/call-record.ts";
import type { CallList, CallSet } from "#contract/view/call-set.ts";
import { neighbourOf } from "./list/neighbour.ts";
import { rowsOfPage } from "./list/row-map.ts";
import { listId, useRows, type RowsInHand } from "./list/use-rows.ts";
import { createViewport, type Viewport } from "./list/viewport.ts";
import { useFollowPage } from "./use-follow-page.ts";

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
  /** Opens the call so many rows after the open one. */
  readonly onStep: (step: -1 | 1) => void;
}

/** @param calls those of the view in hand */
export function useCallList(calls: CallSet): CallListInHand {
  const client = useQueryClient();
  const { view, change } = useView();
  const { page, sort, record } = view;
  const asked = useMemo(() => ({ calls, sort }), [calls, sort]);
  const [viewport] = useState(createViewport);
  const rows = useRows(asked, page, viewport);
  const onLeave = useFollowPage(viewport, listId(asked));
  const map = rows.stale ? undefined : rows.list?.map;
  const pageRecords = useMemo(() => map && rowsOfPage(map, page), [map, page]);
  const held = rows.list?.map;
  const onStep = useCallback(
    (step: -1 | 1) => {
      const next = held && record !== undefined ? neighbourOf(held, record, step) : undefined;
      if (next?.contactId === undefined) return;
      rememberRecord(client, next);
      // One look along the list is one step of the history.
      change({ record: next.contactId }, "replace");
    },
    [client, held, record, change],
  );
  return { asked, rows, viewport, pageRecords, onLeave, onStep };
}

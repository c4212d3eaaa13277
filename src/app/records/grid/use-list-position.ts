import { useEffect, useLayoutEffect, useRef, type RefObject } from "react";
import { indexOfRecord, rowAt, type RowMap } from "#app/records/list/row-map.ts";
import { pageInView, type Viewport } from "#app/records/list/viewport.ts";
import { forgetGoalRow } from "#app/view/goal-row.ts";
import { pageOfRow, pageStartRow } from "#contract/view/paging.ts";
import type { RowSpace } from "./row-space.ts";

interface Position {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly list: { readonly id: string; readonly map: RowMap } | undefined;
  /** The page that the view names, from 1; absent while the list is not the view's. */
  readonly page: number | undefined;
  /** A row to begin at, wherever it stands on its page; absent while there is none. */
  readonly goalRow: number | undefined;
  readonly openRecord: string | undefined;
  readonly space: RowSpace;
  readonly viewport: Viewport;
  readonly scrollToRow: (row: number, where: "top" | "nearest") => void;
}

/** Keeps the scroll bar where the view says, and the rows in view where they are. */
export function useListPosition(position: Position): void {
  const { scroller, list, page, goalRow, openRecord, space, viewport, scrollToRow } = position;
  const id = list?.id;
  const map = list?.map;

  // Another list begins at the view's page, and shows the record whose link was opened. A page that
  // is not the one in view was gone to: by the footer, Back or Forward.
  const shown = useRef<{ id: string; page: number }>(undefined);
  /** The linked record, while the rest of its page is on its way. */
  const sought = useRef<string>(undefined);
  useLayoutEffect(() => {
    if (id === undefined || map === undefined || page === undefined) return;
    const last = shown.current;
    shown.current = { id, page };
    // The view that the row is promised of may still be on its way.
    if (goalRow !== undefined && pageOfRow(goalRow) === page) {
      scrollToRow(goalRow, "top");
      forgetGoalRow();
      return;
    }
    if (last?.id === id && last.page === page) return;
    const isNew = last?.id !== id;
    const seen = viewport.get();
    if (!isNew && seen?.list === id && pageInView(seen) === page) return;
    scrollToRow(pageStartRow(page), "top");
    const open = openRecord === undefined ? undefined : indexOfRecord(map, openRecord);
    sought.current = isNew && open === undefined ? openRecord : undefined;
    if (isNew && open !== undefined) scrollToRow(open, "nearest");
    // A page that arrives, or a record that is opened, is no reason to go anywhere.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [id, page, goalRow, viewport, scrollToRow]);

  useLayoutEffect(() => {
    if (sought.current === undefined || map === undefined) return;
    const row = indexOfRecord(map, sought.current);
    const seen = viewport.get();
    // Who has scrolled away or opened another call meanwhile has their reasons.
    const isSame = seen !== undefined && seen.list === id && pageInView(seen) === page;
    const isThere = isSame && sought.current === openRecord;
    if (isThere && row === undefined) return;
    sought.current = undefined;
    if (isThere && row !== undefined) scrollToRow(row, "nearest");
  }, [id, map, page, openRecord, viewport, scrollToRow]);

  // One who goes from call to call in the drawer sees which row is meant.
  const lastOpen = useRef(openRecord);
  useLayoutEffect(() => {
    const isStep = lastOpen.current !== undefined && lastOpen.current !== openRecord;
    lastOpen.current = openRecord;
    const row = isStep && map && openRecord !== undefined && indexOfRecord(map, openRecord);
    if (typeof row === "number") scrollToRow(row, "nearest");
    // oxlint-disable-next-line react/exhaustive-deps -- a page that arrives is no step
  }, [openRecord, scrollToRow]);

  // Where rows before those in view turn out to be more or fewer, those in view stay.
  const before = useRef<{ id: string; map: RowMap }>(undefined);
  useLayoutEffect(() => {
    const last = before.current;
    before.current = id === undefined || map === undefined ? undefined : { id, map };
    const first = viewport.get()?.first;
    if (last === undefined || map === undefined || last.id !== id || first === undefined) return;
    const contactId = rowAt(last.map, first)?.contactId;
    if (contactId === undefined || rowAt(map, first)?.contactId === contactId) return;
    const now = indexOfRecord(map, contactId);
    if (now !== undefined) scroller.current?.scrollBy(0, space.top(now) - space.top(first));
  }, [id, map, viewport, scroller, space]);
}

/** Closing a record gives the focus back to its row, unless the reader has moved on meanwhile. */
export function useFocusAfterClose(
  openRecord: string | undefined,
  map: RowMap | undefined,
  activeRow: number,
  focusRow: (row: number) => void,
): void {
  const lastOpen = useRef(openRecord);
  useEffect(() => {
    const closed = openRecord === undefined ? lastOpen.current : undefined;
    lastOpen.current = openRecord;
    const focused = document.activeElement;
    const isLeft = focused === document.body || focused?.closest("#root") === null;
    if (closed === undefined || map === undefined || !isLeft) return;
    // Where its page has been let go, the focus goes to where it was in the table.
    const row = indexOfRecord(map, closed) ?? activeRow;
    queueMicrotask(() => focusRow(row));
  }, [openRecord, map, activeRow, focusRow]);
}

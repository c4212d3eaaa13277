import { createStore, type Store } from "#app/ui/create-store.ts";
import { pageOfRow } from "#contract/view/paging.ts";

/** The rows of a list that the reader sees. */
export interface RowsInView {
  /** Which list, as `listId` names it: while another is on its way, these rows are of the old one. */
  readonly list: string;
  /** Positions from 0 of the first and the last row that are seen whole. */
  readonly first: number;
  readonly last: number;
  /** True while the list's last row is among them. */
  readonly atEnd: boolean;
}

/**
 * Where the reader is. It changes with every row that is scrolled past, so it stands beside React's
 * state: only what shows it follows each step, the rest a coarser part of it.
 */
export type Viewport = Store<RowsInView | undefined>;

export function createViewport(): Viewport {
  return createStore<RowsInView | undefined>(
    undefined,
    (one, other) =>
      one?.list === other?.list &&
      one?.first === other?.first &&
      one?.last === other?.last &&
      one?.atEnd === other?.atEnd,
  );
}

/** The page that one is on, from 1: that of the first row, and at the list's end that of its last. */
export function pageInView({ first, last, atEnd }: RowsInView): number {
  return pageOfRow(atEnd ? last : first);
}

/**
 * One cell, by the kind of thing in it; undefined where the upstream did not say. `text` is how the screen
 * writes it: an instant as `2026-11-22 14:05:12`, in an hour that clocks show twice with its offset behind
 * it (` UTC-04:00`), seconds as `4:31`.
 */
export type Cell =
  | { readonly kind: "text" | "instant"; readonly text: string }
  | { readonly kind: "seconds"; readonly seconds: number; readonly text: string }
  | { readonly kind: "integer"; readonly integer: number }
  | undefined;

export type CellKind = NonNullable<Cell>["kind"];

/** A column of a sheet. Single cells may be of another kind: "not answered" among figures is a text. */
export interface SheetColumn {
  readonly heading: string;
  readonly kind: CellKind;
}

/** What stands above the rows. */
export interface SheetHead {
  /** The name of the sheet. */
  readonly title: string;
  readonly columns: readonly SheetColumn[];
}

export type Row = readonly Cell[];

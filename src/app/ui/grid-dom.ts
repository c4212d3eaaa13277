/**
 * Where things stand in the table's document. The grid, the headings, cell actions, live refresh, the
 * summary and the skip link all look there and may not import each other: hence a file of `ui`, which
 * takes columns and fields for mere names.
 *
 * ```
 * #records                                        what scrolls
 *   [role=grid]
 *     [role=row][data-row=-1]                     the headings
 *       [role=columnheader][data-column=NAME]
 *     [role=row][data-row=N]                      a call; N from 0 over the whole list
 *       [role=gridcell][data-column=NAME]
 *         [data-field=NAME][data-index=N]         one of several things in the cell
 * ```
 *
 * One heading or cell has `tabindex=0`: the table's tab stop.
 */

/** The id of what scrolls the table. */
export const SCROLLER_ID = "records";

/** A heading or a cell. */
export interface GridPlace {
  readonly element: HTMLElement;
  /** Position in the whole list, from 0; the headings are -1. */
  readonly row: number;
  readonly column: string;
}

/** The heading or cell that a node is, or is in. */
export function placeOf(node: EventTarget | null): GridPlace | undefined {
  const element = around(node, "[role=columnheader], [role=gridcell]");
  const row = around(element, "[data-row]")?.dataset["row"];
  const column = element?.dataset["column"];
  if (element === null || row === undefined || column === undefined) return undefined;
  return { element, row: Number(row), column };
}

/** The thing in a cell that a node is, or is in, where the cell tells several apart. */
export function partOf(
  node: EventTarget | null,
): { readonly element: HTMLElement; readonly field: string; readonly index?: number } | undefined {
  const element = around(node, "[role=gridcell] [data-field]");
  const { field, index } = element?.dataset ?? {};
  if (element === null || field === undefined) return undefined;
  return { element, field, ...(index !== undefined && { index: Number(index) }) };
}

/** Whether a node is a part of the table. */
export function isInGrid(node: EventTarget | null): boolean {
  return around(node, "[role=grid]") !== null;
}

/** The heading (row -1) or cell at a place; null where it is not in the document. */
export function cellAt(row: number, column: string): HTMLElement | null {
  return inTable(`[data-row="${row}"] [data-column="${column}"]`);
}

/** The heading of a column and all its cells in the document. */
export function cellsOf(column: string): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(`#${SCROLLER_ID} [data-column="${column}"]`)];
}

/** The heading or cell that the Tab key comes to; null while there is no table. */
export function gridTabStop(): HTMLElement | null {
  return inTable('[data-column][tabindex="0"]');
}

/** Whether the focus is in a row and shows, as it does for who goes by keys. */
export function isFocusShownInRow(): boolean {
  return document.activeElement?.matches("[role=gridcell]:focus-visible") === true;
}

/** A part of the table by its first and its last cell, in reading order. */
export interface CellSpan {
  readonly first: { readonly row: number; readonly column: string };
  readonly last: { readonly row: number; readonly column: string };
}

/** The cells of calls that the text selection touches, where it was begun in one and touches several. */
export function selectedCells(): CellSpan | undefined {
  const selection = getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const { anchorNode } = selection;
  const began = anchorNode instanceof Element ? anchorNode : anchorNode?.parentElement;
  if (!began?.closest(`#${SCROLLER_ID} [data-row]`)) return undefined;
  const range = selection.getRangeAt(0);
  const touched = (selector: string, within: ParentNode) =>
    [...within.querySelectorAll<HTMLElement>(selector)].filter((one) => range.intersectsNode(one));
  const rows = touched(`#${SCROLLER_ID} [data-row]:not([data-row="-1"])`, document);
  const inOrder = rows.toSorted((a, b) => Number(a.dataset["row"]) - Number(b.dataset["row"]));
  const cells = [inOrder.at(0), inOrder.at(-1)].map((row) =>
    row === undefined ? [] : touched("[role=gridcell]", row),
  );
  const [first, last] = [placeOf(cells[0]?.at(0) ?? null), placeOf(cells[1]?.at(-1) ?? null)];
  if (first === undefined || last === undefined || first.element === last.element) return undefined;
  return { first, last };
}

export function scrollToTop(): void {
  document.getElementById(SCROLLER_ID)?.scrollTo({ top: 0 });
}

function inTable(selector: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`#${SCROLLER_ID} ${selector}`);
}

function around(node: EventTarget | null, selector: string): HTMLElement | null {
  return node instanceof Element ? node.closest<HTMLElement>(selector) : null;
}

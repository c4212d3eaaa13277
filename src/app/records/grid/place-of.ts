/** The row (the headings being -1) and the column of what an event happened in. */
export function placeOf(target: EventTarget): { row: number; column: string } | undefined {
  const cell = target instanceof Element ? target.closest("[data-column]") : null;
  const row = cell?.closest("[data-row]");
  if (!(cell instanceof HTMLElement) || !(row instanceof HTMLElement)) return undefined;
  return { row: Number(row.dataset["row"]), column: cell.dataset["column"] ?? "" };
}

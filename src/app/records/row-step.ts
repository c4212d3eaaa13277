/**
 * The row that a key moves to, as the WAI-ARIA grid pattern has it; undefined for a key that moves
 * nowhere. https://www.w3.org/WAI/ARIA/apg/patterns/grid/
 */
export function rowStep(
  event: { readonly key: string; readonly altKey: boolean; readonly metaKey: boolean },
  row: number,
  rows: number,
  pageRows: number,
): number | undefined {
  if (rows === 0 || event.altKey || event.metaKey) return undefined;
  const clamp = (index: number) => Math.min(rows - 1, Math.max(0, index));
  switch (event.key) {
    case "ArrowDown":
      return clamp(row + 1);
    case "ArrowUp":
      return clamp(row - 1);
    case "PageDown":
      return clamp(row + pageRows);
    case "PageUp":
      return clamp(row - pageRows);
    case "Home":
      return 0;
    case "End":
      return rows - 1;
    default:
      return undefined;
  }
}

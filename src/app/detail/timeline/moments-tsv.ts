/** Cells as a spreadsheet takes them from the clipboard: a tab or a line break within one would begin another. */
export function momentsTsv(rows: readonly (readonly string[])[]): string {
  const oneLine = (text: string) => text.replaceAll(/[\t\r\n]+/g, " ");
  return rows.map((cells) => cells.map(oneLine).join("\t")).join("\r\n");
}

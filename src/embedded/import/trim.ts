// What is blank around a value: spaces of every script, tabs and line breaks.
const BLANKS = String.raw`[\t-\r\p{Zs}]+`;
const AROUND = `^${BLANKS}|${BLANKS}$`;
const AROUND_PATTERN = new RegExp(AROUND, "gu");

/** A text without the blanks around it. */
export function withoutBlanks(text: string): string {
  return text.replace(AROUND_PATTERN, "");
}

/** Whether a text is blanks alone, or nothing. */
export function isBlank(text: string): boolean {
  return withoutBlanks(text) === "";
}

const TABS_AND_BREAKS = [9, 10, 11, 12, 13].map((code) => `chr(${code})`);

/**
 * The same in SQL, in two steps for the sake of speed: `trim` takes the spaces and is quick, and
 * only the few texts that then begin or end with a tab or a line break need more.
 *
 * @param columns of text
 */
export function withoutBlanksSql(select: string, columns: readonly string[]): string {
  const replace = (sql: (column: string) => string) =>
    columns.map((column) => `${sql(column)} AS ${column}`).join(", ");
  const spaces = `SELECT * REPLACE (${replace((column) => `trim(${column})`)}) FROM (${select})`;
  const rest = replace((column) => {
    // Below "!" are the space and what is no letter.
    const isLeft = [
      `${column} < '!'`,
      ...TABS_AND_BREAKS.map((blank) => `ends_with(${column}, ${blank})`),
    ].join(" OR ");
    return `CASE WHEN ${isLeft} THEN regexp_replace(${column}, '${AROUND}', '', 'g') ELSE ${column} END`;
  });
  return `SELECT * REPLACE (${rest}) FROM (${spaces})`;
}

/**
 * What is blank around a value: tabs, line breaks, the space, the one that is not broken, the wide
 * one; and what is not seen at all, such as the marks of direction around a number copied from a page.
 */
export const BLANKS = "\t\n\v\f\r \u00a0\u3000\u200b\u200e\u202a\u202c\u202d\ufeff";
/** For DuckDB too. */
export const BLANK = `[${BLANKS}]`;
const AROUND = `^${BLANK}+|${BLANK}+$`;
const AROUND_PATTERN = new RegExp(AROUND, "gu");

/** A text without the blanks around it. */
export function withoutBlanks(text: string): string {
  // Nearly every text ends here, of which a file may have millions.
  if (!BLANKS.includes(text.charAt(0)) && !BLANKS.includes(text.charAt(text.length - 1)))
    return text;
  return text.replace(AROUND_PATTERN, "");
}

/** The same in SQL, which takes its time. */
export function withoutBlanksSql(text: string): string {
  return `regexp_replace(${text}, '${AROUND}', '', 'g')`;
}

/** Whether a text is blanks alone, or nothing. */
export function isBlank(text: string): boolean {
  return withoutBlanks(text) === "";
}

/** What JavaScript's `trim` takes away, as a class for RE2, which DuckDB reads patterns with. */
const BLANK = "[\\t-\\r\\p{Z}\ufeff]";
const BLANK_OR_COMMA = `(?:${BLANK}|,)`;

/**
 * The items of a comma-joined column, as the contract's `splitList` has them. Of a text without items
 * there is one, which is empty.
 */
export function splitListSql(column: string): string {
  const inner = `regexp_replace(${column}, '^${BLANK_OR_COMMA}+|${BLANK_OR_COMMA}+$', '', 'g')`;
  return `string_split_regex(${inner}, '${BLANK}*,${BLANK_OR_COMMA}*')`;
}

/** A column without the blanks around its text, as JavaScript's `trim` has it. */
export function trimSql(column: string): string {
  return `regexp_replace(${column}, '^${BLANK}+|${BLANK}+$', '', 'g')`;
}

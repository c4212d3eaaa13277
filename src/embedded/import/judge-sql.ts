import { RECORD_FIELD_NAMES, RECORD_FIELDS } from "#contract/record/record-fields.ts";
import { wireName } from "#contract/upstream/wire-record.ts";
import { isRequired, ruleOf } from "./import-rules.ts";

// A record file is a SELECT of one text column for each field, under the wire's name. These make of
// it what the table holds, and a verdict on each record.

const FIELDS = RECORD_FIELD_NAMES.map((field) => {
  const rule = ruleOf(field);
  const text = wireName(field);
  return { field, rule, text, read: rule.readSql === undefined ? text : `${text}Read` };
});

/** The fields that hold text of whatever form. */
export const TEXT_COLUMNS: readonly string[] = RECORD_FIELD_NAMES.filter((field) =>
  ["text", "phone", "enum", "list"].includes(RECORD_FIELDS[field]),
).map(wireName);

const READS = FIELDS.flatMap(({ rule, text, read }) =>
  rule.readSql === undefined ? [] : [`${rule.readSql(text)} AS ${read}`],
).join(", ");

const VALUES = FIELDS.map(({ rule, text, read }) => `${rule.valueSql(text, read)} AS ${text}`);

const FAULTS = FIELDS.flatMap(({ field, rule, text, read }) => [
  rule.badSql(text, read),
  ...(isRequired(field) ? [`${text} IS NULL`, `${text} = ''`] : []),
]).join(" OR ");

/** Begins like a JSON object or list. A range is compared by the first bytes alone. */
const MAYBE_NESTED = TEXT_COLUMNS.map(
  (text) => `(${text} >= '{' AND ${text} < '|') OR (${text} >= '[' AND ${text} < '\\')`,
).join(" OR ");

const withReads = (select: string) => `(SELECT *, ${READS} FROM (${select}))`;

/**
 * Every record as the table holds it, with its `Verdict`: true for a good one, false for a bad one;
 * NULL where a text may be an object's or a list's, if that is asked.
 */
export function judgedSql(select: string, { maybeNested }: { maybeNested: boolean }): string {
  const nested = maybeNested ? `WHEN ${MAYBE_NESTED} THEN NULL` : "";
  return `SELECT ${VALUES.join(", ")}, CASE WHEN ${FAULTS} THEN false ${nested} ELSE true END AS Verdict FROM ${withReads(select)}`;
}

/** The bad records alone, as they are in the file. */
export function badOnesSql(select: string): string {
  return `SELECT * FROM ${withReads(select)} WHERE ${FAULTS}`;
}

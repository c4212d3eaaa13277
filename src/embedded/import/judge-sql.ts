import { RECORD_FIELD_NAMES } from "#contract/record/record-fields.ts";
import { wireName } from "#contract/upstream/wire-record.ts";
import { isRequired, ruleOf } from "./import-rules.ts";
import { withoutBlanksSql } from "./trim.ts";

// A record file is a SELECT of one text column for each field, under the wire's name. These make of
// it what the table holds, and a verdict on each record.

const FIELDS = RECORD_FIELD_NAMES.map((field) => {
  const rule = ruleOf(field);
  const text = wireName(field);
  const read = rule.readSql === undefined ? text : `${text}Read`;
  return { field, rule, text, read, value: rule.valueSql(text, read) };
});

const READS = FIELDS.flatMap(({ rule, text, read }) =>
  rule.readSql === undefined ? [] : [`${rule.readSql(text)} AS ${read}`],
).join(", ");

const VALUES = FIELDS.map(({ text, value }) => `${value} AS ${text}`);

const FAULTS = FIELDS.flatMap(({ field, rule, text, read, value }) => [
  rule.badSql(text, read),
  ...(isRequired(field) ? [`${value} IS NULL`] : []),
]).join(" OR ");

const COLUMNS = FIELDS.map(({ text }) => text);

const withReads = (select: string) =>
  `(SELECT *, ${READS} FROM (${withoutBlanksSql(select, COLUMNS)}))`;

/**
 * Every record as the table holds it, with its `Verdict`: true for a good one, false for a bad one,
 * NULL where its texts do not tell.
 *
 * @param doubtSql true where the texts do not tell; absent if they always do
 */
export function judgedSql(select: string, doubtSql?: string): string {
  const doubt = doubtSql === undefined ? "" : `WHEN ${doubtSql} THEN NULL`;
  return `SELECT ${VALUES.join(", ")}, CASE WHEN ${FAULTS} THEN false ${doubt} ELSE true END AS Verdict FROM ${withReads(select)}`;
}

/** The bad records alone, their texts without blanks around them. */
export function badOnesSql(select: string): string {
  return `SELECT * FROM ${withReads(select)} WHERE ${FAULTS}`;
}

import { RECORD_FIELD_NAMES } from "#contract/record/record-fields.ts";
import { wireName } from "#contract/upstream/wire-record.ts";
import { hasLongDurationSql } from "./call-length.ts";
import { isRequired, ODD_CHARACTERS, ODD_TEXT, ruleOf } from "./import-rules.ts";
import { isUntidySql } from "./tidy-record.ts";
import { BLANK, BLANKS, withoutBlanksSql } from "./trim.ts";

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

/** Their texts are looked at one by one only where something in the row is odd. */
const TEXTS = FIELDS.filter(({ rule }) => rule.isText);

const either = (conditions: readonly string[]) => `(${conditions.join(" OR ")})`;
const faultsOf = (fields: typeof FIELDS) =>
  either(fields.map(({ rule, text, read }) => rule.badSql(text, read)));

const FAULTS = either([
  faultsOf(FIELDS.filter(({ rule }) => !rule.isText)),
  `(Odd AND ${faultsOf(TEXTS)})`,
  ...FIELDS.filter(({ field }) => isRequired(field)).map(({ value }) => `${value} IS NULL`),
  hasLongDurationSql((name) => `${name}Read`),
]);

/** Between texts; one that holds it is looked at, no more. */
const BETWEEN = "\\x01";

const ROW = `concat_ws(chr(1), ${TEXTS.map(({ text }) => text).join(", ")})`;

/** To find a character takes a tenth of the time that an expression takes. */
const MAYBE_ODD = either(
  [...ODD_CHARACTERS, ...BLANKS].map((char) => `contains(Texts, chr(${char.codePointAt(0)}))`),
);

/**
 * Of all texts of a row at once it is asked whether one has blanks around it, or may break a rule:
 * text by text that takes five times as long.
 */
const ODD = `CASE WHEN ${MAYBE_ODD} THEN regexp_matches(Texts, '(?:^|${BETWEEN})${BLANK}|${BLANK}(?:${BETWEEN}|$)|${ODD_TEXT}') ELSE false END`;

const TRIMMED = TEXTS.map(
  ({ text }) => `CASE WHEN Odd THEN ${withoutBlanksSql(text)} ELSE ${text} END AS ${text}`,
).join(", ");

const withReads = (select: string) =>
  `(SELECT *, ${READS} FROM (SELECT * REPLACE (${TRIMMED}) FROM (SELECT *, ${ODD} AS Odd FROM (SELECT *, ${ROW} AS Texts FROM (${select})))))`;

interface JudgeOptions {
  /** True where the texts do not tell; absent if they always do. */
  readonly doubtSql?: string | undefined;
  /** Whether code of ours wrote the texts: there is nothing left to tidy. */
  readonly isTidy?: boolean | undefined;
}

/**
 * Every record as the table holds it, with its `Verdict`: true for a good one, false for one that is bad or is to
 * be tidied first, NULL where its texts do not tell.
 */
export function judgedSql(select: string, { doubtSql, isTidy = false }: JudgeOptions = {}): string {
  const untidy = isTidy ? "" : ` OR ${isUntidySql("Texts")}`;
  const doubt = doubtSql === undefined ? "" : `WHEN ${doubtSql} THEN NULL`;
  return `SELECT ${VALUES.join(", ")}, CASE WHEN ${FAULTS}${untidy} THEN false ${doubt} ELSE true END AS Verdict FROM ${withReads(select)}`;
}

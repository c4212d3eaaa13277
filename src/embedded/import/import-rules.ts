import { RECORD_FIELDS, type FieldKind, type RecordField } from "#contract/record/record-fields.ts";

/**
 * What a field may hold in an imported record. Each rule is there twice: as SQL, which judges and
 * converts a million records in a second, and as code, which is asked only when the SQL found
 * something, to say where and what. A test holds the two against each other.
 */
interface ImportRule {
  /** Completes "Field …". */
  readonly words: string;
  /** Whether a value that is neither null nor "" is good. */
  isGood(value: unknown): boolean;
  /**
   * What the other two are made of, worked out once for a row: DuckDB would cast a text again each
   * time it is mentioned. `text` is a column that holds the value's text, an object's or list's JSON.
   */
  readSql?(text: string): string;
  /** True of a bad text; false or NULL of a good one, NULL or "". */
  badSql(text: string, read: string): string;
  /** The good text as the table holds it; NULL for "". */
  valueSql(text: string, read: string): string;
}

const isPlain = (value: unknown) => ["string", "number", "boolean"].includes(typeof value);

const TEXT: ImportRule = {
  words: "must be text without NUL",
  isGood: (value) => isPlain(value) && !String(value).includes("\0"),
  // By its text alone `["a"]` may be a list or a text of five characters: see `jsonl-file.ts`.
  badSql: (text) => `contains(${text}, chr(0))`,
  valueSql: (text) => `nullif(${text}, '')`,
};

// DuckDB's own idea of a number: with these spaces around it, and `_` between two digits.
const SPACES = "[ \\t\\n\\v\\f\\r]*";
const DIGITS = "\\d+(?:_\\d+)*";
const NUMBER_TEXT = new RegExp(
  `^${SPACES}[+-]?(?:${DIGITS}\\.?(?:${DIGITS})?|\\.${DIGITS})(?:[eE][+-]?${DIGITS})?${SPACES}$`,
);

/** Numbers may come as text, and as `5.0` from programs that know no other numbers. */
function wholeNumber(words: string, sqlType: string, least: number, most: number): ImportRule {
  return {
    words,
    isGood(value) {
      const isNumber =
        typeof value === "number" || (typeof value === "string" && NUMBER_TEXT.test(value));
      const whole = isNumber ? Number(String(value).replaceAll("_", "")) : Number.NaN;
      return Number.isInteger(whole) && whole >= least && whole <= most;
    },
    readSql: (text) => `TRY_CAST(${text} AS DOUBLE)`,
    // What is no number was read as NULL; NaN is greater than any number.
    badSql: (text, read) =>
      `(${text} <> '' AND (${read} IS NULL OR ${read} NOT BETWEEN ${least} AND ${most} OR trunc(${read}) <> ${read}))`,
    valueSql: (_text, read) => `TRY_CAST(${read} AS ${sqlType})`,
  };
}

const WHOLE = wholeNumber("must be a whole number", "INTEGER", -2_147_483_648, 2_147_483_647);

const INSTANT = wholeNumber(
  "must be a Unix timestamp in milliseconds",
  "BIGINT",
  0,
  8_640_000_000_000_000,
);

const BOOLEAN: ImportRule = {
  words: "must be true or false",
  isGood: (value) => /^(true|false)$/i.test(String(value)) && isPlain(value),
  readSql: (text) => `lower(${text})`,
  badSql: (_text, read) => `${read} NOT IN ('true', 'false', '')`,
  valueSql: (_text, read) => `nullif(${read}, '') = 'true'`,
};

const IMPORT_RULES = {
  text: TEXT,
  phone: TEXT,
  enum: TEXT,
  list: TEXT,
  instant: INSTANT,
  seconds: WHOLE,
  integer: WHOLE,
  boolean: BOOLEAN,
} as const satisfies Record<FieldKind, ImportRule>;

export function ruleOf(field: RecordField): ImportRule {
  return IMPORT_RULES[RECORD_FIELDS[field]];
}

/** Without them a record is no record: which call, whose, when. */
export const REQUIRED_FIELDS = [
  "contactId",
  "instanceId",
  "startTime",
] as const satisfies readonly RecordField[];

/** Whether a record without the field is none. */
export function isRequired(field: RecordField): boolean {
  return REQUIRED_FIELDS.some((name) => name === field);
}

import { RECORD_FIELDS, type FieldKind, type RecordField } from "#contract/record-fields.ts";

/**
 * What a field may hold in an imported line. Each rule is there twice: as SQL, which judges and
 * converts a million lines in a few seconds, and as code, which is asked only when the SQL found
 * something, to say where and what. A test holds the two against each other.
 */
interface ImportRule {
  /** Completes "Field …". */
  readonly words: string;
  /** Whether a value that is neither null nor "" is good. */
  isGood(value: unknown): boolean;
  /** The same of a column that holds the value's text; an object's or array's text is its JSON. */
  goodSql(column: string): string;
  /** The good text as the table holds it. */
  valueSql(column: string): string;
}

const isPlain = (value: unknown) => ["string", "number", "boolean"].includes(typeof value);

const TEXT: ImportRule = {
  words: "must be text without NUL",
  isGood: (value) => isPlain(value) && !String(value).includes("\0"),
  // By its text alone `["a"]` may be a list or a text of five characters: see `stage-jsonl.ts`.
  goodSql: (column) => `NOT contains(${column}, chr(0))`,
  valueSql: (column) => column,
};

const NUMBER_TEXT = /^\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*$/;

/** Numbers may come as text, and as `5.0` from programs that know no other numbers. */
function wholeNumber(words: string, sqlType: string, least: number, most: number): ImportRule {
  const number = (column: string) => `TRY_CAST(${column} AS DOUBLE)`;
  return {
    words,
    isGood(value) {
      const isNumber =
        typeof value === "number" || (typeof value === "string" && NUMBER_TEXT.test(value));
      const whole = isNumber ? Number(value) : Number.NaN;
      return Number.isInteger(whole) && whole >= least && whole <= most;
    },
    // A comparison with NULL is neither true nor false.
    goodSql: (column) =>
      `coalesce(${number(column)} BETWEEN ${least} AND ${most} AND trunc(${number(column)}) = ${number(column)}, false)`,
    valueSql: (column) => `TRY_CAST(${number(column)} AS ${sqlType})`,
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
  goodSql: (column) => `lower(${column}) IN ('true', 'false')`,
  valueSql: (column) => `lower(${column}) = 'true'`,
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

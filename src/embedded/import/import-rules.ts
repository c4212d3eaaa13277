import { RECORD_FIELDS, type FieldKind, type RecordField } from "#contract/record/record-fields.ts";
import { EARLIEST_MS, LATEST_MS } from "#contract/time/instant-unit.ts";
import { instantFault, INSTANT_TEXT } from "./instant-fault.ts";

/**
 * What a field may hold in an imported record. Each rule is there twice: as SQL, which judges and
 * converts a million records in a second, and as code, which is asked only when the SQL found
 * something, to say where and what. A test holds the two against each other.
 */
interface ImportRule {
  /** Whether the SQL is asked only of rows in which something is odd, and given texts without blanks around. */
  readonly isText: boolean;
  /** Why a text is not good; completes "Field …". It is not empty, and has no blanks around it. */
  faultOf(text: string): string | undefined;
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

/** `1.79566E+12`, also as one of a list. An `E` alone may be of a name, so it takes a sign or a dot. */
const SHORTENED = String.raw`(?:^|,\s*)[+-]?\d+(?:(?:\.\d*)?[eE]\+|\.\d+[eE])\d{1,3}(?:\s*,|$)`;
/** `15400000001.0`: programs that know no gaps among whole numbers write them so. */
const WITH_POINT = String.raw`(?:^|,\s*)\d{5,}\.0*(?:\s*,|$)`;
/** `="02155500100"`, by which some exports keep a spreadsheet from reading a number. */
const FORMULA = '="';

const SHORTENED_PATTERN = new RegExp(SHORTENED);
const WITH_POINT_PATTERN = new RegExp(WITH_POINT);
const SHORTENED_WORDS =
  "was shortened by a spreadsheet or program: save the column as text and export again";
const MADE_NUMBER_WORDS =
  "was made a number by a spreadsheet or program: save the column as text and export again";

/** `#REF!`, `#VALUE!`; and `#######`, which is shown where there is no room for the number. */
const ERROR_PATTERN = /^#(?:REF|VALUE|NAME|NULL|NUM|DIV\/0|SPILL|CALC|GETTING_DATA)[!?]?$/i;
const TOO_NARROW_PATTERN = /^#{2,}$/;

/** A text that breaks a rule has one of these, */
export const ODD_CHARACTERS = "\0+.=";
const ODD_PATTERN = new RegExp(`[${ODD_CHARACTERS}#]`);
/** and looks so somewhere; for DuckDB. */
export const ODD_TEXT = String.raw`\x00|="|[\d.][eE]\+\d|\.\d+[eE]\d|\d\.0*(?:[^\d.]|$)`;

const TEXT: ImportRule = {
  isText: true,
  faultOf(text) {
    if (!ODD_PATTERN.test(text)) return undefined;
    if (ERROR_PATTERN.test(text)) return "is an error of a spreadsheet: mend it and export again";
    if (TOO_NARROW_PATTERN.test(text))
      return "is what a spreadsheet shows where a column is too narrow: make it wider and export again";
    if (text.includes("\0")) return "must be text without NUL";
    if (SHORTENED_PATTERN.test(text)) return SHORTENED_WORDS;
    if (WITH_POINT_PATTERN.test(text)) return MADE_NUMBER_WORDS;
    if (text.startsWith(FORMULA)) return "is a formula of a spreadsheet: export its value";
    return undefined;
  },
  // By its text alone `["a"]` may be a list or a text of five characters: see `json-file.ts`.
  badSql: (text) =>
    `(contains(${text}, chr(0)) OR starts_with(${text}, '${FORMULA}') OR regexp_matches(${text}, '${SHORTENED}|${WITH_POINT}'))`,
  valueSql: (text) => `nullif(${text}, '')`,
};

/** Masked, with commas between thousands, a day: none of them tells one call from another. */
const NO_IDS: readonly { readonly pattern: RegExp; readonly words: string }[] = [
  { pattern: /\*/, words: "is masked: the calls cannot be told apart" },
  {
    pattern: /^\d{1,3}(?:[, ]\d{3})+$/,
    words: MADE_NUMBER_WORDS,
  },
  { pattern: /^\d+(?:\.\d*)?[eE] \d+$/, words: SHORTENED_WORDS },
  { pattern: /^\d{4}\/\d{1,2}\/\d{1,2}(?:[ T]\d{1,2}:.*)?$/, words: "is a date and no id" },
];

/** A text that tells one call, or one instance, from all others. */
const ID: ImportRule = {
  ...TEXT,
  faultOf: (text) => TEXT.faultOf(text) ?? NO_IDS.find(({ pattern }) => pattern.test(text))?.words,
};

/** Of several numbers none can be asked for, or called. */
const SEVERAL_NUMBERS = /^(?=(?:\D*\d){19})\+?[\d*#]+[\s,;/|、，；]/;
/** With commas between thousands, or a point behind digits however few: `110.0`. */
const QUANTITY = /^\d{1,3}(?:,\d{3}){2,}$|^\d+\.0*$/;

const PHONE: ImportRule = {
  ...TEXT,
  faultOf(text) {
    const fault = TEXT.faultOf(text);
    if (fault !== undefined) return fault;
    if (QUANTITY.test(text)) return MADE_NUMBER_WORDS;
    return SEVERAL_NUMBERS.test(text) ? "holds several numbers: give one" : undefined;
  },
};

// DuckDB's own idea of a number: with blanks around it, and `_` between two digits.
const DIGITS = "\\d+(?:_\\d+)*";
const NUMBER_TEXT = new RegExp(
  `^[+-]?(?:${DIGITS}\\.?(?:${DIGITS})?|\\.${DIGITS})(?:[eE][+-]?${DIGITS})?$`,
);

/** Numbers may come as text, and as `5.0` from programs that know no other numbers. */
function wholeNumber(words: string, most: number, tooMuch: string): ImportRule {
  const least = -2_147_483_648;
  return {
    isText: false,
    faultOf(text) {
      const value = NUMBER_TEXT.test(text) ? Number(text.replaceAll("_", "")) : Number.NaN;
      if (!Number.isInteger(value) || value < least) return words;
      return value > most ? tooMuch : undefined;
    },
    readSql: (text) => `TRY_CAST(${text} AS DOUBLE)`,
    // What is no number was read as NULL; NaN is greater than any number.
    badSql: (text, read) =>
      `(${text} <> '' AND (${read} IS NULL OR ${read} NOT BETWEEN ${least} AND ${most} OR trunc(${read}) <> ${read}))`,
    valueSql: (_text, read) => `TRY_CAST(${read} AS INTEGER)`,
  };
}

const WHOLE = "must be a whole number";
const INTEGER = wholeNumber(WHOLE, 2_147_483_647, WHOLE);

/** No call lasts three days, and in milliseconds nearly every file has one that seems to. */
const LONGEST_SECONDS = 3 * 86_400;
const SECONDS = wholeNumber(
  `${WHOLE} of seconds`,
  LONGEST_SECONDS,
  "is more than three days: it looks like milliseconds, and this needs seconds",
);

const INSTANT: ImportRule = {
  isText: false,
  faultOf: (text) => (SHORTENED_PATTERN.test(text) ? SHORTENED_WORDS : instantFault(text)),
  // It would also take 1.79566E+12, and round 1.5: what is not all digits has to look right too.
  readSql: (text) => `TRY_CAST(${text} AS BIGINT)`,
  badSql: (text, read) =>
    `(${text} <> '' AND (${read} IS NULL OR (${read} <> 0 AND ${read} NOT BETWEEN ${EARLIEST_MS} AND ${LATEST_MS}) OR (${read}::VARCHAR <> ${text} AND NOT regexp_full_match(trim(${text}), '${INSTANT_TEXT}'))))`,
  // Zero is how the service writes "never" for a call that was not connected.
  valueSql: (_text, read) => `nullif(${read}, 0)`,
};

const BOOLEAN: ImportRule = {
  isText: false,
  faultOf: (text) => (/^(true|false)$/i.test(text) ? undefined : "must be true or false"),
  readSql: (text) => `lower(${text})`,
  badSql: (_text, read) => `${read} NOT IN ('true', 'false', '')`,
  valueSql: (_text, read) => `nullif(${read}, '') = 'true'`,
};

const IMPORT_RULES = {
  text: TEXT,
  phone: PHONE,
  enum: TEXT,
  list: TEXT,
  instant: INSTANT,
  seconds: SECONDS,
  integer: INTEGER,
  boolean: BOOLEAN,
} as const satisfies Record<FieldKind, ImportRule>;

const IDS: ReadonlySet<RecordField> = new Set(["contactId", "instanceId"]);

export function ruleOf(field: RecordField): ImportRule {
  if (IDS.has(field)) return ID;
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

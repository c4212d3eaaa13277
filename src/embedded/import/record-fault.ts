import { RECORD_FIELD_NAMES, RECORD_FIELDS } from "#contract/record/record-fields.ts";
import { wireName } from "#contract/upstream/wire-record.ts";
import { durationFault } from "./call-length.ts";
import { fieldNamed } from "./field-names.ts";
import { isRequired, ruleOf } from "./import-rules.ts";
import { isNames, tidierOf } from "./tidy-record.ts";
import { joinItems } from "./tidy-value.ts";
import { withoutBlanks } from "./trim.ts";

/** What a file says of one record, by the names that the file has. */
export type Fields = Readonly<Record<string, unknown>>;

/** A record's texts by the provider's names, those that are blank left out; or why there is none. */
export type RecordTexts = { readonly texts: Texts } | { readonly fault: string };

// Worked out once: a file may be a million records, and bad at its end.
const FIELDS = RECORD_FIELD_NAMES.map((field) => ({
  name: wireName(field),
  kind: RECORD_FIELDS[field],
  rule: ruleOf(field),
  tidy: tidierOf(field),
  isRequired: isRequired(field),
  isNames: isNames(field),
}));
type Field = (typeof FIELDS)[number];
type Texts = Readonly<Record<string, string>>;

const ZERO = /^0(\.0*)?$/;

const isPlain = (value: unknown) => ["string", "number", "boolean"].includes(typeof value);

/** As the wire has it: a list is joined by commas. Undefined where it is no text, number or list of them. */
function plainOf({ kind, isNames: keepsPlaces }: Field, value: unknown): string | undefined {
  if (kind !== "list" || !Array.isArray(value)) return isPlain(value) ? String(value) : undefined;
  const named = value.filter((item) => item !== null);
  if (!named.every(isPlain)) return undefined;
  // Who has no name keeps the place.
  const items = keepsPlaces && named.length > 0 ? value.map((item) => item ?? "") : named;
  return joinItems(items.map(String));
}

/** The text of a value, or what is wrong with it; completes "Field …". */
function textOf(field: Field, value: unknown, before: Texts): { text: string } | { fault: string } {
  const { kind, tidy } = field;
  if (value === undefined || value === null) return { text: "" };
  const plain = plainOf(field, value);
  if (plain === undefined) return { fault: "must not be an object or a list" };
  if (typeof value === "number" && !Number.isSafeInteger(value) && kind !== "instant")
    return { fault: "is a number too long to be exact: write it as text" };
  const text = tidy(withoutBlanks(plain), before);
  // Zero is how the service writes "never" for a call that was not connected.
  return { text: kind === "instant" && ZERO.test(text) ? "" : text };
}

/** The values by the provider's names, or the name of a field that two of them have. */
function byField(fields: Fields): ReadonlyMap<string, unknown> | string {
  const values = new Map<string, unknown>();
  for (const [name, value] of Object.entries(fields)) {
    const field = fieldNamed(name);
    if (field === undefined) continue;
    if (values.has(field)) return field;
    values.set(field, value);
  }
  return values;
}

/** All that is wrong with a record is said in words that hold no value: values are people's. */
export function readRecord(fields: Fields): RecordTexts {
  const values = byField(fields);
  if (typeof values === "string") return { fault: `names ${values} twice` };
  const texts: Record<string, string> = {};
  const faults: string[] = [];
  for (const field of FIELDS) {
    const { name } = field;
    const read = textOf(field, values.get(name), texts);
    const fault =
      "fault" in read
        ? read.fault
        : read.text === ""
          ? field.isRequired
            ? "is missing"
            : undefined
          : field.rule.faultOf(read.text);
    if (fault !== undefined) faults.push(`${name} ${fault}`);
    else if ("text" in read && read.text !== "") texts[name] = read.text;
  }
  if (faults.length > 0) return { fault: faults.join(", ") };
  const fault = durationFault(texts);
  return fault === undefined ? { texts } : { fault };
}

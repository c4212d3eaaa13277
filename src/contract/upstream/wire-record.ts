import type { CallRecord } from "#contract/record/call-record.ts";
import { splitList } from "#contract/record/comma-list.ts";
import { documentedSpelling, FIELD_ENUMS, isEnumField } from "#contract/record/enums.ts";
import { PEOPLE } from "#contract/record/people.ts";
import {
  ALWAYS_THERE,
  RECORD_FIELD_NAMES,
  RECORD_FIELDS,
  type FieldKind,
  type RecordField,
} from "#contract/record/record-fields.ts";
import { splitNames } from "#contract/record/split-names.ts";

/** The wire's name of a field: `ContactId` for `contactId`. There is no other rule. */
export function wireName<F extends string>(field: F): Capitalize<F> {
  // The cast states what the expression does.
  return (field.charAt(0).toUpperCase() + field.slice(1)) as Capitalize<F>;
}

/** A call record as the upstream sends it. Any field may be absent or of any type. */
export type WireRecord = { readonly [F in RecordField as Capitalize<F>]?: unknown };

// One reader a kind: undefined for a value that the field cannot hold.

function readText(raw: unknown): string | undefined {
  if (typeof raw === "number" || typeof raw === "boolean") return String(raw);
  return typeof raw === "string" && raw.trim() !== "" ? raw : undefined;
}

function readNumber(raw: unknown): number | undefined {
  const value = typeof raw === "string" && raw.trim() !== "" ? Number(raw) : raw;
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}

function readInstant(raw: unknown): number | undefined {
  const value = readNumber(raw);
  // Beyond the second bound no calendar has a date.
  return value !== undefined && value >= 0 && value <= 8_640_000_000_000_000 ? value : undefined;
}

/** Zero is how the service writes "never", such as when a call was connected that was not. */
function readIfEver(raw: unknown): number | undefined {
  return readInstant(raw) || undefined;
}

function readBoolean(raw: unknown): boolean | undefined {
  if (typeof raw === "boolean") return raw;
  return raw === "true" ? true : raw === "false" ? false : undefined;
}

function readList(raw: unknown): readonly string[] | undefined {
  const texts = Array.isArray(raw) ? raw : [raw];
  const items = texts.flatMap((item) => splitList(readText(item) ?? ""));
  return items.length > 0 ? items : undefined;
}

/** The reader of each kind but `enum`. A kind that is missing here does not compile. */
const READERS = {
  text: readText,
  phone: readText,
  list: readList,
  instant: readInstant,
  seconds: readNumber,
  integer: readNumber,
  boolean: readBoolean,
} as const satisfies Record<Exclude<FieldKind, "enum">, (raw: unknown) => unknown>;

function readerOf(field: RecordField): (raw: unknown) => unknown {
  const kind = RECORD_FIELDS[field];
  if (kind === "instant" && !ALWAYS_THERE.has(field)) return readIfEver;
  if (kind !== "enum") return READERS[kind];
  if (!isEnumField(field)) return readText;
  const options: readonly string[] = FIELD_ENUMS[field];
  return (raw) => {
    const text = readText(raw);
    return text === undefined ? undefined : documentedSpelling(options, text);
  };
}

// Worked out once: a page reads 3,500 fields.
const FIELDS_ON_THE_WIRE = RECORD_FIELD_NAMES.map((field) => ({
  field,
  name: wireName(field),
  read: readerOf(field),
}));

/**
 * The call record in whatever the upstream sent. A field that is missing, null, empty or of the wrong
 * type is absent; numbers may come as text, and lists as text with commas; an enum value gets its
 * documented spelling, or stays as it is where none is known; unknown fields are dropped. Never
 * throws: what is no record at all is one without fields.
 */
export function readWireRecord(wire: unknown): CallRecord {
  if (typeof wire !== "object" || wire === null) return {};
  // Each field is read through its kind's reader, whatever it turns out to be.
  const raw = wire as Readonly<Record<string, unknown>>;
  const record: Partial<Record<RecordField, unknown>> = {};
  for (const { field, name, read } of FIELDS_ON_THE_WIRE) {
    const value = read(raw[name]);
    if (value !== undefined) record[field] = value;
  }
  for (const { ids, names } of Object.values(PEOPLE)) {
    const text = readText(raw[wireName(names)]);
    // Its commas are counted against the ids, which hold none.
    if (text !== undefined && record[names] !== undefined)
      record[names] = splitNames(text, readList(raw[wireName(ids)]) ?? []);
  }
  // Each field was read by its own kind's reader.
  return record as CallRecord;
}

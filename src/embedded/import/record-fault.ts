import { RECORD_FIELD_NAMES } from "#contract/record/record-fields.ts";
import { wireName } from "#contract/upstream/wire-record.ts";
import { isRequired, ruleOf } from "./import-rules.ts";

/** What a file says of one record, by the wire's names. */
export type Fields = Readonly<Record<string, unknown>>;

// Worked out once: a file may be a million records, and bad at its end.
const FIELDS = RECORD_FIELD_NAMES.map((field) => ({
  name: wireName(field),
  rule: ruleOf(field),
  isRequired: isRequired(field),
}));
const NAMES = new Set<string>(FIELDS.map(({ name }) => name));

/** Whether it is the name of a field of a call record, as the provider spells it. */
export function isFieldName(name: string): boolean {
  return NAMES.has(name);
}

/** All that is wrong with a record, in words that hold no value: values are people's. */
export function recordFault(fields: Fields): string | undefined {
  const faults: string[] = [];
  for (const field of FIELDS) {
    const { name, rule } = field;
    const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (value === undefined || value === null || value === "") {
      if (field.isRequired) faults.push(`${name} is missing`);
    } else if (!rule.isGood(value)) faults.push(`${name} ${rule.words}`);
  }
  return faults.length > 0 ? faults.join(", ") : undefined;
}

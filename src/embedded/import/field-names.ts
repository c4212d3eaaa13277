import { RECORD_FIELD_NAMES } from "#contract/record/record-fields.ts";
import { wireName } from "#contract/upstream/wire-record.ts";

/** `ContactId`, `contactId`, `contact_id`, `CONTACT ID` and `contact-id` are one name. */
const fold = (name: string) => name.replaceAll(/[\s_-]/g, "").toLowerCase();

const WIRE_NAMES = RECORD_FIELD_NAMES.map(wireName);
const EXACT = new Set<string>(WIRE_NAMES);
const BY_FOLDED = new Map<string, string>(WIRE_NAMES.map((name) => [fold(name), name]));

/** Whether it is the name of a field of a call record, exactly as the provider spells it. */
export function isWireName(name: string): boolean {
  return EXACT.has(name);
}

/** The provider's name of the field that a file calls `name`; undefined where it is none. */
export function fieldNamed(name: string): string | undefined {
  // Nearly every name is spelled as the provider does.
  return EXACT.has(name) ? name : BY_FOLDED.get(fold(name));
}

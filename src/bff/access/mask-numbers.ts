import { withoutCountry } from "#contract/filter/national-number.ts";
import { isNoNumber } from "#contract/filter/withheld-number.ts";
import type { SideEvents } from "#contract/record/call-events.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import {
  RECORD_FIELD_NAMES,
  RECORD_FIELDS,
  type FieldKind,
  type RecordField,
} from "#contract/record/record-fields.ts";
import { NUMBER_WITHIN } from "./number-within.ts";

// How numbers are shown to who may not see them: `138****5678`. Always four stars, so that nothing tells
// how long a number is, and at least four of its signs behind them; of a short one there are fewer to see.

const STARS = "****";
const FEWEST_HIDDEN = 4;
const MOST_AT_FRONT = 3;
const MOST_AT_END = 4;

/** Masked before it came here. */
const MASKED = /^(\+?)(\p{N}*)\*{3,}(\p{N}*)$/u;
const SCHEME = /^(?:sips?|tel):/i;
/** The country's code, which tells nothing; what follows is masked as the same number without it. */
const COUNTRY = /^(?:\+|00)?86$/;

/** A number, or whatever else tells who is at one end of a call, with its middle hidden. */
export function maskNumber(text: string): string {
  const plain = text.trim();
  if (plain === "" || isNoNumber(plain)) return text;
  const scheme = SCHEME.exec(plain)?.[0] ?? "";
  const address = plain.slice(scheme.length);
  const at = address.lastIndexOf("@");
  if (at < 0) return scheme + hideMiddle(address);
  const user = address.slice(0, at);
  const shown = isNoNumber(user) ? user : hideMiddle(user);
  return `${scheme}${shown}${maskWithin(address.slice(at))}`;
}

/** A text in which numbers may stand, with the middle of each hidden. */
export function maskWithin(text: string): string {
  return text.replace(NUMBER_WITHIN, hideMiddle);
}

function hideMiddle(number: string): string {
  const [, sign = "", front, end] = MASKED.exec(number) ?? [];
  if (front !== undefined && end !== undefined)
    return (
      sign +
      [...front].slice(0, MOST_AT_FRONT).join("") +
      STARS +
      [...end].slice(-MOST_AT_END).join("")
    );
  const plus = number.startsWith("+") ? "+" : "";
  // What groups the signs is left out: it may tell where they stood.
  const signs = plus + number.replace(/[^\p{L}\p{N}]/gu, "");
  const country = signs.slice(0, signs.length - withoutCountry(signs).length);
  const kept = COUNTRY.test(country) ? country : plus;
  return kept + hideMiddleOf(Array.from(signs.slice(kept.length)));
}

function hideMiddleOf(signs: readonly string[]): string {
  const seen = Math.max(0, signs.length - FEWEST_HIDDEN);
  const front = Math.min(MOST_AT_FRONT, Math.floor(seen / 2));
  const end = Math.min(MOST_AT_END, seen - front);
  return signs.slice(0, front).join("") + STARS + signs.slice(signs.length - end).join("");
}

/** By these something is asked for: they must stay what they are, and are no numbers of a call's sides. */
const IDS: ReadonlySet<RecordField> = new Set([
  "contactId",
  "instanceId",
  "agentIds",
  "skillGroupIds",
  "callIds",
]);

type Mask = (value: unknown) => unknown;
const asItIs: Mask = (value) => value;
const ofText =
  (mask: (text: string) => string): Mask =>
  (value) =>
    typeof value === "string" ? mask(value) : value;

/** Words of people and of systems may hold a number, a value newer than this edition as well. */
const MASKS = {
  phone: ofText(maskNumber),
  text: ofText(maskWithin),
  enum: ofText(maskWithin),
  list: (value) => (Array.isArray(value) ? value.map(ofText(maskWithin)) : value),
  instant: asItIs,
  seconds: asItIs,
  integer: asItIs,
  boolean: asItIs,
} as const satisfies Record<FieldKind, Mask>;

const MASK_OF = RECORD_FIELD_NAMES.filter((field) => !IDS.has(field)).map(
  (field) => [field, MASKS[RECORD_FIELDS[field]]] as const,
);

/** A call record without a number in any of its fields but the ids. */
export function maskRecord(record: CallRecord): CallRecord {
  const masked = MASK_OF.flatMap(([field, mask]) => {
    const value = record[field];
    return value === undefined ? [] : [[field, mask(value)]];
  });
  // Each mask gives a value of the kind that it was given.
  return { ...record, ...Object.fromEntries(masked) } as CallRecord;
}

/** Those fields of a record that {@link maskRecord} would change, as they are. */
export function maskedFields(record: CallRecord): CallRecord {
  const masked = maskRecord(record);
  const changed = RECORD_FIELD_NAMES.filter(
    (field) => JSON.stringify(masked[field]) !== JSON.stringify(record[field]),
  );
  return Object.fromEntries(changed.map((field) => [field, record[field]]));
}

/** What happened on one side of a call, without a number but in the ids: a customer goes by the number. */
export function maskEvents({ name, events, ...rest }: SideEvents): SideEvents {
  const mask = rest.side === "customer" ? maskNumber : maskWithin;
  return {
    ...rest,
    ...(name !== undefined && { name: mask(name) }),
    events: events.map((event) => ({ ...event, name: maskWithin(event.name) })),
  };
}

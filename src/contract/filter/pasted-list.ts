import { otherForms, typedNumber } from "./national-number.ts";
import { numberProblem } from "./phone-number.ts";
import { bareText, plainText } from "./plain-text.ts";

/** How many are looked for at once: each is one upstream call. */
export const MOST_PASTED = 50;

/** A number or an id out of a list, as it is looked for, and as it stood there. */
export interface PastedItem {
  readonly filter: "phoneNumber" | "contactId";
  readonly value: string;
  readonly text: string;
}

/** A list as it was pasted; every text of it stands in exactly one of these, or is a repetition. */
export interface PastedList {
  readonly items: readonly PastedItem[];
  /** How many were there already, in this form or another. */
  readonly repeated: number;
  /** Beyond {@link MOST_PASTED}. */
  readonly over: readonly PastedItem[];
  /** Neither a number nor an id. */
  readonly unknown: readonly string[];
}

/** What ends an item in any case; a blank may also stand within a number. */
const BETWEEN = /[\n\r\t,;，；、|\u2028\u2029]+/;
const GROUPED_MOBILE = /(?:(?:\+|00)?86[\s-]*)?1[3-9]\d[\s-]+\d{4}[\s-]+\d{4}(?!\d)|\S+/g;
/** Fewer digits are part of nearly every number. */
const FEWEST_DIGITS = 4;
/** As many digits may be a number of their own beside the next one. */
const OWN_DIGITS = 7;
const ID = /^(?=.*\d)(?=.*\p{L})[\w.:@-]{6,128}$/u;

/** Reads up to 50 numbers and ids out of a sheet, a chat or a mail. */
export function readPastedList(text: string): PastedList {
  const unknown: string[] = [];
  const found = new Map<string, PastedItem>();
  let repeated = 0;
  for (const part of text.split(BETWEEN).flatMap(withinBlanks)) {
    const item = readItem(part);
    if (item === undefined) {
      unknown.push(part);
      continue;
    }
    const key = `${item.filter} ${item.value}`;
    if (found.has(key)) repeated += 1;
    else found.set(key, item);
  }
  const items = [...found.values()];
  return {
    items: items.slice(0, MOST_PASTED),
    repeated,
    over: items.slice(MOST_PASTED),
    unknown,
  };
}

function withinBlanks(field: string): readonly string[] {
  const whole = field.trim();
  if (plainText(whole) === "") return [];
  const parts = whole.split(/\s+/);
  const areApart = parts.every((part) => digitsOf(part) >= OWN_DIGITS);
  if (!areApart && readNumber(whole) !== undefined) return [whole];
  return plainText(whole).match(GROUPED_MOBILE) ?? [];
}

function readItem(text: string): PastedItem | undefined {
  const number = readNumber(text);
  if (number !== undefined) return { filter: "phoneNumber", value: number, text };
  const id = bareText(text);
  if (!ID.test(id) || numberProblem(text) !== undefined) return undefined;
  return { filter: "contactId", value: id, text };
}

/** What all forms of a number share, by which calls with any of them are found. */
function readNumber(text: string): string | undefined {
  const number = typedNumber("phoneNumber", text);
  // Letters are of an id, or of a caller such as `anonymous`, who is nobody in particular.
  if (number === undefined || /\p{L}/u.test(number) || digitsOf(number) < FEWEST_DIGITS)
    return undefined;
  return otherForms("phoneNumber", number)[0]?.number ?? number;
}

function digitsOf(text: string): number {
  return plainText(text).replace(/\D/g, "").length;
}

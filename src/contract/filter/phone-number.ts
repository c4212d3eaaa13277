import { createTextCodec } from "./as-it-stands.ts";
import type { Codec } from "./codec.ts";
import { bareText, plainText } from "./plain-text.ts";
import { isSealed } from "./sealed-number.ts";

const PHONE = /^\+?[0-9A-Za-z*#@._-]{1,64}$/;
/** Of dashes and the like: Unicode counts the minus sign among the signs. */
const GROUPED = /^\+?[\d*#\p{Pd}\u2212./·•]+$/u;
/** No number has more digits: a prefix to dial out, the country's, and twelve. More are two numbers. */
const MOST_DIGITS = 18;

/** Of a spreadsheet or a program that took it for a quantity, with nothing lost: `15430608579.0`. */
const WHOLE_QUANTITY = /^(\+?\d{7,})\.0{1,2}$/;
/** The same in powers of ten: `1.54E+10`. */
const POWER_OF_TEN = /^(\d)(?:[.,](\d+))?e\+?(\d{1,2})$/i;
/** With letters that look like digits, as they come from a picture of a number. */
const LOOKALIKES = /^\+?(?=.*[OoIl])[\dOoIl]+$/;
const FEWEST_DIGITS = 4;

/** `lost-digits` a power of ten, `1.54E+10`, from which the number is not known · `letters` O for 0, l for 1 */
export type NumberProblem = "lost-digits" | "letters";

/** Without what stands around a number and within it. */
function compactNumber(text: string): string {
  const compact = bareText(text)
    .replace(/^'(?=[+\d])/, "")
    .replace(/^tel:([^;]*).*/i, "$1")
    // The 0 that is only dialled from within the country: `+44 (0)20 …`.
    .replace(/^(\+\d{1,3}\s*)\(0\)/, "$1")
    .replace(/[\s\p{Ps}\p{Pe}]/gu, "")
    .replace(/[.,;:!?、。]+$/, "")
    .replace(WHOLE_QUANTITY, "$1");
  const [, first = "", others = "", power] = POWER_OF_TEN.exec(compact) ?? [];
  return power !== undefined && others.length === Number(power) ? first + others : compact;
}

/** Why a text that looks like a number is none; undefined where nothing tells. */
export function numberProblem(text: string): NumberProblem | undefined {
  const compact = compactNumber(text);
  if (POWER_OF_TEN.test(compact)) return "lost-digits";
  const ungrouped = compact.replace(/[\p{Pd}\u2212./·•]/gu, "");
  const digits = ungrouped.replace(/\D/g, "").length;
  const isMeant = digits >= FEWEST_DIGITS && 2 * digits > ungrouped.length;
  return isMeant && LOOKALIKES.test(ungrouped) ? "letters" : undefined;
}

/**
 * A telephone number or a part of one, 1–64 characters; undefined if the text is none. People write
 * and paste `+86 (21) 5550–0100`, `１３８．．．`, `tel:+86-138…` or `021/5550 0100,`: what groups digits,
 * what is not seen and what ends the sentence is dropped. Letters stay, for callers such as `anonymous`, but
 * not in what can only be a number that was spoilt ({@link numberProblem}).
 */
export function parsePhone(text: string): string | undefined {
  if (numberProblem(text) !== undefined) return undefined;
  const plain = plainText(text);
  const compact = compactNumber(text);
  if (!GROUPED.test(compact)) return PHONE.test(compact) ? compact : undefined;
  const number = compact.replace(/[^+\d*#]/g, "");
  const isOne = number === plain || number.length <= MOST_DIGITS;
  return isOne && PHONE.test(number) ? number : undefined;
}

/**
 * The codec of a number: one that {@link parsePhone} would change stands as `~021-5550 0100`. A text that
 * begins with a blank is bad: so arrives a `+` that was not escaped, and the number without it is another.
 * A token (`sealed-number.ts`) stands as it is.
 */
export const phoneCodec: Codec<string> = createTextCodec((text) =>
  isSealed(text) ? text : text.startsWith(" ") ? undefined : parsePhone(text),
);

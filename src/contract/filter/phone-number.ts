import { createTextCodec } from "./as-it-stands.ts";
import type { Codec } from "./codec.ts";
import { plainText } from "./plain-text.ts";

const PHONE = /^\+?[0-9A-Za-z*#@._-]{1,64}$/;
/** Of dashes and the like: Unicode counts the minus sign among the signs. */
const GROUPED = /^\+?[\d*#\p{Pd}\u2212./·•]+$/u;
/** No number has more digits: a prefix to dial out, the country's, and twelve. More are two numbers. */
const MOST_DIGITS = 18;

/**
 * A telephone number or a part of one, 1–64 characters; undefined if the text is none. People write
 * and paste `+86 (21) 5550–0100`, `１３８．．．`, `tel:+86-138…` or `021/5550 0100,`: what groups digits,
 * what is not seen and what ends the sentence is dropped. Letters stay, for callers such as `anonymous`.
 */
export function parsePhone(text: string): string | undefined {
  const plain = plainText(text);
  const compact = plain
    .replace(/^tel:([^;]*).*/i, "$1")
    .replace(/[\s\p{Ps}\p{Pe}]/gu, "")
    .replace(/[.,;:!?、。]+$/, "");
  if (!GROUPED.test(compact)) return PHONE.test(compact) ? compact : undefined;
  const number = compact.replace(/[^+\d*#]/g, "");
  const isOne = number === plain || number.length <= MOST_DIGITS;
  return isOne && PHONE.test(number) ? number : undefined;
}

/**
 * The codec of a number: one that {@link parsePhone} would change stands as `~021-5550 0100`. A text that
 * begins with a blank is bad: so arrives a `+` that was not escaped, and the number without it is another.
 */
export const phoneCodec: Codec<string> = createTextCodec((text) =>
  text.startsWith(" ") ? undefined : parsePhone(text),
);

import { documentedSpelling, isOneOf, type Open } from "#contract/record/enums.ts";

/**
 * Reads and writes a value as one URL parameter, without loss: `read(write(v)).value` equals `v`.
 * `read` never throws. It returns in `bad` the parts that it could not use, so that the page can say
 * what it dropped and the BFF can refuse the request; `value` is absent where nothing is left.
 */
export interface Codec<T> {
  read(text: string): { readonly value?: T | undefined; readonly bad: readonly string[] };
  write(value: T): string;
}

/**
 * The codec of a value that is read whole or not at all.
 *
 * @param parse returns undefined for a text that is bad
 */
export function createCodec<T>(
  parse: (text: string) => T | undefined,
  write: (value: T) => string,
): Codec<T> {
  return {
    read(text) {
      const value = parse(text);
      return value === undefined ? { bad: [text] } : { value, bad: [] };
    },
    write,
  };
}

/** The codec of one of a few words of ours, which stand for themselves. */
export const optionCodec = <T extends string>(options: readonly T[]): Codec<T> =>
  createCodec(
    (text) => (isOneOf(options, text) ? text : undefined),
    (option) => option,
  );

const LONGEST_TEXT = 128;
// Control characters have no place in an id or a name, and travel badly in links and logs; half a
// surrogate pair is no character at all.
const CONTROL = /[\p{Cc}\p{Cs}]/u;

/** An id or a name of 1–128 characters, without the blanks around it; undefined if the text is none. */
export function parseText(text: string): string | undefined {
  const trimmed = text.trim();
  return trimmed === "" || trimmed.length > LONGEST_TEXT || CONTROL.test(trimmed)
    ? undefined
    : trimmed;
}

/** Marks an enum value that this edition does not document but the reader means as it stands. */
const AS_IT_IS = "~";

/**
 * A value of a set that the provider may extend; undefined if the text is none. A documented value
 * stands as itself, in any spelling; any other as `~Value`. So a value newer than this edition is
 * told from one that somebody mistyped.
 */
export function parseOption<const T extends readonly string[]>(
  options: T,
  text: string,
): Open<T[number]> | undefined {
  if (text.startsWith(AS_IT_IS)) {
    const value = parseText(text.slice(AS_IT_IS.length));
    return value === undefined ? undefined : documentedSpelling(options, value);
  }
  const value = documentedSpelling(options, text.trim());
  return isOneOf(options, value) ? value : undefined;
}

/** The text that {@link parseOption} reads as the value. */
export function writeOption(options: readonly string[], value: string): string {
  return isOneOf(options, value) ? value : AS_IT_IS + value;
}

/** Splits at commas; `\,` and `\\` stand for the characters themselves. */
function splitList(text: string): string[] {
  const items = [""];
  for (const [part, escaped] of text.matchAll(/\\(.)|[^\\,]+|,|\\$/gsu)) {
    if (part === ",") items.push("");
    else items[items.length - 1] += escaped ?? part;
  }
  return items;
}

const joinList = (items: readonly string[]) =>
  items.map((item) => item.replace(/[\\,]/g, "\\$&")).join(",");

/**
 * The codec of a list, written with commas. It brings the items into a normal order without repeats,
 * so that equal filters make equal links and cache keys. Bad items are dropped one by one; a list with
 * no good item has no value.
 *
 * @param normalOrder items that come first, in this order; all others follow by their text
 */
export function createListCodec<T extends string>(
  parseItem: (text: string) => T | undefined,
  writeItem: (item: T) => string,
  normalOrder: readonly string[] = [],
): Codec<readonly T[]> {
  const rank = (item: T) => {
    const index = normalOrder.indexOf(item);
    return index < 0 ? normalOrder.length : index;
  };
  const compare = (a: T, b: T) => rank(a) - rank(b) || (a < b ? -1 : 1);
  const normalise = (items: Iterable<T>) => [...new Set(items)].toSorted(compare);
  return {
    read(text) {
      const good: T[] = [];
      const bad: string[] = [];
      for (const raw of splitList(text)) {
        const item = parseItem(raw);
        if (item === undefined) bad.push(raw);
        else good.push(item);
      }
      return good.length > 0 ? { value: normalise(good), bad } : { bad };
    },
    write: (items) => joinList(normalise(items).map(writeItem)),
  };
}

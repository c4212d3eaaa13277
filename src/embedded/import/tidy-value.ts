import { nationalNumber } from "#contract/filter/national-number.ts";
import { bareText } from "#contract/filter/plain-text.ts";
import { splitList } from "#contract/record/comma-list.ts";

// Values as people and programs write them, made the service's own: what a filter asks for is compared
// with them letter by letter.

/** What nearly all ids are made of, in a regular expression's brackets. */
export const ID_CHARACTERS = String.raw`\w\-.:@~`;
const PLAIN_IDS = new RegExp(`^[${ID_CHARACTERS},]*$`);

/** How programs write that there is no value. */
export const NONE_WORDS: readonly string[] =
  "NULL Null null None none NONE NaN nan NAN nil undefined N/A n/a #N/A <NA> NaT \\N - -- —".split(
    " ",
  );
const NONE = new Set(NONE_WORDS);

/** A text, or nothing where it says that there is none. */
export function tidyText(text: string): string {
  return NONE.has(text) ? "" : text;
}

/** By which spreadsheets are told that a value is a text. */
const TEXT_MARK = /^['‘’](?=.)/;

/** An id as a link would name it. */
export function tidyId(text: string): string {
  return bareText(tidyText(text).replace(TEXT_MARK, ""));
}

const NUMBER = /^\+?[*#]*\d[\d*#]*$/;

/** A number as the service has it: nothing that groups digits, and from within the country. */
export function tidyPhone(text: string): string {
  const value = tidyText(text).replace(TEXT_MARK, "");
  // The point of `15430600004.0` groups nothing.
  const number = /\.0*$/.test(value) ? undefined : nationalNumber(value);
  // `anonymous` and whatever else is no number stay as they are.
  return number !== undefined && NUMBER.test(number) ? number : value;
}

/** `["a","b"]`, `['a', 'b']`, `{a,b}`, `"a","b"`: as programs write their own lists. */
const WRITTEN_LIST = /^(?:\[(.*)\]|\{(.*)\}|(["'].*["']))$/s;
const ITEM = /\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([^,;]+))/gs;
/** Besides the comma. */
const SEPARATORS = /[;；，、|]/;
const BETWEEN_ITEMS = /\s*[,;；，、|]\s*/;

/** The items of a list that a program wrote; undefined if it looks like no such list. */
function writtenItems(text: string): readonly string[] | undefined {
  const found = WRITTEN_LIST.exec(text);
  if (found === null) return undefined;
  const inner = found[1] ?? found[2] ?? found[3] ?? "";
  return [...inner.matchAll(ITEM)]
    .map(([, double, single, bare]) => (double ?? single)?.replaceAll(/\\(.)/g, "$1") ?? bare ?? "")
    .map((item) => tidyText(item.trim()))
    .filter((item) => item !== "");
}

/** Joins as the service does. Of several items none may hold a comma; an item alone may be `Doe, Jane`. */
export function joinItems(items: readonly string[]): string {
  return items.length === 1
    ? (items[0] ?? "")
    : items.map((item) => item.replaceAll(",", "，")).join(",");
}

/** Ids in whatever form of a list, joined by commas. */
export function tidyIds(text: string): string {
  if (PLAIN_IDS.test(text)) return tidyText(text);
  const items = writtenItems(text) ?? text.split(BETWEEN_ITEMS);
  return items
    .map(tidyId)
    .filter((id) => id !== "")
    .join(",");
}

/**
 * Names in whatever form of a list, joined by commas. Other separators may be of a name, such as
 * `售前、售后`: they separate where so many names come of it as there are ids.
 *
 * @param ids of those whose names these are, joined by commas
 */
export function tidyNames(text: string, ids: string): string {
  const items = writtenItems(text);
  // `[外包]` is a name, as far as anybody can tell.
  if (items !== undefined && (items.length !== 1 || /["']/.test(text))) return joinItems(items);
  const value = tidyText(text);
  if (!SEPARATORS.test(value)) return value;
  const names = value.split(BETWEEN_ITEMS);
  return names.length > 1 && names.length === splitList(ids).length ? names.join(",") : value;
}

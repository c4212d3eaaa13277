import { nationalNumber } from "#contract/filter/national-number.ts";
import { bareText, plainText } from "#contract/filter/plain-text.ts";
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

/** By which spreadsheets are told that a value is a text; one that is closed is a quote. */
const TEXT_MARK = /^['‘’](?=.)(?!.*['’][,;、。]*$)/s;

/** An id as a link would name it. */
export function tidyId(text: string): string {
  return tidyText(bareText(tidyText(text).replace(TEXT_MARK, "")));
}

const NUMBER = /^\+?[*#]*\d[\d*#]*$/;
/** What no digits are grouped by: `-1`, `8001.5`, `192.168.1.5`, `2026-11-22`, and `8001/8002`, which are two. */
const UNGROUPED =
  /^(?:[\p{Pd}\u2212].*|(?!0\d)\d+\.\d*|\d{1,3}(?:\.\d{1,3}){3}|(?:19|20)\d\d([-/.])\d{1,2}\1\d{1,2}|[1-9]\d*\/.*)$/u;

/** From within the country none has more than twelve digits. */
const isTooLong = (number: string) => /^\d{13}/.test(number);

/** A number as the service has it: nothing that groups digits, and from within the country. */
export function tidyPhone(text: string): string {
  const value = tidyText(text).replace(TEXT_MARK, "");
  const number = UNGROUPED.test(plainText(value)) ? undefined : nationalNumber(value);
  // `anonymous` and whatever else is no number stay as they are, and so do a number and its extension.
  const isOne = number !== undefined && NUMBER.test(number) && !isTooLong(number);
  return isOne ? number : value;
}

const QUOTED_ITEM = String.raw`\s*(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')\s*`;
/** None, or one that neither is quoted nor holds brackets, which are of names: `[外包]林晓,周宁[夜班]`. */
const BARE_ITEM = String.raw`\s*(?:[^\s,;"'[\]{}][^,;[\]{}]*)?`;
const ANY_ITEM = `(?:${QUOTED_ITEM}|${BARE_ITEM})`;
/** Blanks alone are between what is quoted. */
const NEXT = String.raw`(?:[,;]|(?<=["']\s+)(?=["']))`;
const listOf = (item: string) => `(${item}(?:${NEXT}${item})*)`;
/** `["a","b"]`, `['a', 'b']`, `{a,b}`, `"a","b"`: as programs write their own lists. */
const WRITTEN_LIST = new RegExp(
  String.raw`^(?:\[${listOf(ANY_ITEM)}\]|\{${listOf(ANY_ITEM)}\}|${listOf(QUOTED_ITEM)})$`,
  "s",
);
const ITEM = new RegExp(`(${ANY_ITEM})${NEXT}`, "gs");
/** In characters, more than any call has people: of longer ones it takes long to tell that they are no list. */
const LONGEST_LIST = 4_096;
/** Besides the comma. */
const SEPARATORS = /[;；，、|]/;
const BETWEEN_ITEMS = /\s*[,;；，、|]\s*/;
const ESCAPED = /\\(?:u([\dA-Fa-f]{4})|(.))/gs;

function itemOf(written: string): string {
  const text = written.trim();
  if (!/^["']/.test(text)) return tidyText(text);
  const inner = text
    .slice(1, -1)
    .replaceAll(ESCAPED, (_all, code: string | undefined, char: string) =>
      code === undefined ? char : String.fromCharCode(Number.parseInt(code, 16)),
    );
  return tidyText(inner.trim());
}

/** The items of a list that a program wrote, "" for none; undefined if it looks like no such list. */
function writtenItems(text: string): readonly string[] | undefined {
  const found = text.length > LONGEST_LIST ? null : WRITTEN_LIST.exec(text);
  if (found === null) return undefined;
  const inner = found[1] ?? found[2] ?? found[3] ?? "";
  return [...`${inner},`.matchAll(ITEM)].map(([, item = ""]) => itemOf(item));
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

const SEPARATED_BY: readonly RegExp[] = [
  ...[...";；，、|"].map((sign) => new RegExp(`\\s*[${sign}]\\s*`)),
  BETWEEN_ITEMS,
];

/**
 * Names in whatever form of a list, joined by commas. Other separators may be of a name, such as
 * `售前、售后`: they separate where so many names come of it as there are ids. Who has none keeps the place.
 *
 * @param ids of those whose names these are, joined by commas
 */
export function tidyNames(text: string, ids: string): string {
  const people = splitList(ids).length;
  const items = writtenItems(text);
  // `[外包]` is a name, as far as anybody can tell.
  const isName = items?.length === 1 && items[0] !== "" && !/["']/.test(text);
  if (items !== undefined && !isName) {
    const named = items.filter((item) => item !== "");
    return joinItems(named.length > 0 && items.length === people ? items : named);
  }
  const value = tidyText(text);
  if (!SEPARATORS.test(value) || people < 2 || value.split(",").length === people) return value;
  const names = SEPARATED_BY.map((separator) => value.split(separator)).find(
    (parts) => parts.length === people,
  );
  return names === undefined ? value : joinItems(names);
}

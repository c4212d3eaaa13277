// Over 300 lines: how each part of a view is read stands beside how it is written, so that none is forgotten in one.

import { createCodec, optionCodec, type Codec } from "#contract/filter/codec.ts";
import { FILTER_CODECS } from "#contract/filter/filter-codecs.ts";
import {
  CRITERION_KEYS,
  FILTERS,
  isKind,
  type Criteria,
  type CriterionKey,
} from "#contract/filter/filters.ts";
import { idCodec } from "#contract/filter/id-codec.ts";
import { numberProblem, type NumberProblem } from "#contract/filter/phone-number.ts";
import { isOneOf } from "#contract/record/enums.ts";
import { otherUnitOf } from "#contract/time/instant-unit.ts";
import { RELATIVE_RANGES, type RelativeRange } from "#contract/time/relative-range.ts";
import {
  DEFAULT_TIME_RANGE,
  isNameable,
  LATEST_INSTANT,
  isRelative,
  type TimeRange,
} from "#contract/time/time-range.ts";
import { columnsCodec } from "./columns-codec.ts";
import { LINK_VERSION, type LinkNote } from "./link-note.ts";
import { LOOK_NAMES, LOOKS, type Look } from "./look-codecs.ts";
import { LAST_PAGE } from "./paging.ts";
import { DEFAULT_SORT, readSort, writeSort } from "./sort.ts";
import { DEFAULT_VIEW, type View } from "./view.ts";

/**
 * A part of a URL that could not be used. `name` is the parameter's; `value` is absent where the name
 * itself is the problem. `unknown-name` no such parameter · `bad-value` not a value of it · `repeated`
 * given twice, the first counts · `incomplete` `from` without `to`, or `to` without `from` ·
 * `conflict` `range` beside `from` and `to` · `reversed` `to` before `from` · `out-of-reach` a page that no
 * request gives · `lost-plus` it has a blank where none may be, as which
 * a `+` that was not escaped is read · `other-unit` an instant in seconds or another unit than milliseconds ·
 * `unopened` a sealed number that the server does not open, told without its `value` ·
 * {@link NumberProblem} a number that was spoilt.
 */
export interface ViewProblem {
  readonly name: string;
  readonly value?: string;
  readonly reason:
    | "unknown-name"
    | "bad-value"
    | "repeated"
    | "incomplete"
    | "conflict"
    | "reversed"
    | "out-of-reach"
    | "lost-plus"
    | "other-unit"
    | "unopened"
    | NumberProblem;
}

/** Digits only: `Number` alone would also take `1e3`, `0x10` and blanks. */
function parseWhole(text: string, least: number, most: number): number | undefined {
  if (!/^\d{1,16}$/.test(text)) return undefined;
  const value = Number(text);
  return value >= least && value <= most ? value : undefined;
}

// How each part of a view other than the criteria stands in a URL.
const relativeRangeCodec: Codec<RelativeRange> = optionCodec(RELATIVE_RANGES);
const instantCodec: Codec<number> = createCodec((text) => {
  const instant = parseWhole(text, 0, LATEST_INSTANT);
  return instant !== undefined && isNameable(instant) ? instant : undefined;
}, String);
const countCodec: Codec<number> = createCodec(
  (text) => parseWhole(text, 0, Number.MAX_SAFE_INTEGER),
  String,
);
const versionCodec: Codec<number> = createCodec((text) => parseWhole(text, 1, 9_999), String);
const pageCodec: Codec<number> = createCodec((text) => parseWhole(text, 1, LAST_PAGE), String);
const sortCodec = createCodec(readSort, writeSort);
/** As a part of a path `.` and `..` mean places, however they are escaped. */
const placeCodec: Codec<string> = createCodec((text) => {
  const { value } = idCodec.read(text);
  return value === "." || value === ".." ? undefined : value;
}, idCodec.write);

/** Tenths of a second are as exact as anybody can hear. The longest recording has 74 hours. */
const positionCodec: Codec<number> = createCodec((text) => {
  const seconds = /^\d{1,6}(\.\d)?$/.test(text) ? Number(text) : 0;
  return seconds > 0 ? seconds : undefined;
}, String);

const CRITERION_NAMES = new Map<string, CriterionKey>(
  CRITERION_KEYS.map((key) => [FILTERS[key].url, key]),
);
const OTHER_NAMES = [
  "instance",
  "range",
  "from",
  "to",
  ...LOOK_NAMES,
  "sort",
  "page",
  "record",
  "t",
  "beside",
  "cols",
] as const;

/** What a copied link says beside its view: its version, the as-of of whoever copied it, and their total. */
const NOTE_NAMES = ["v", "asof", "n"] as const;

/** Every parameter that a view has in a URL. */
export const VIEW_NAMES: readonly string[] = [...OTHER_NAMES, ...CRITERION_NAMES.keys()];

const ID_NAMES: ReadonlySet<string> = new Set(["instance", "record", "beside"]);

const isIdName = (name: string) => {
  const key = CRITERION_NAMES.get(name);
  if (key === undefined) return ID_NAMES.has(name);
  return isKind(key, "text") || isKind(key, "person");
};

/** Why a part of a parameter could not be read. */
export function reasonOf(name: string, part: string): ViewProblem["reason"] {
  if (/^~? +\d/.test(part) || (isIdName(name) && part.includes(" "))) return "lost-plus";
  const key = CRITERION_NAMES.get(name);
  const spoilt = key !== undefined && isKind(key, "phone") ? numberProblem(part) : undefined;
  if (spoilt !== undefined) return spoilt;
  const isInstant = ["from", "to", "asof"].includes(name) && /^\d+(\.\d+)?$/.test(part);
  return isInstant && otherUnitOf(Number(part)) !== undefined ? "other-unit" : "bad-value";
}

/**
 * The view that a URL's parameters name. What cannot be used is left out of the view and named in
 * `problems`: the page shows all of them, the BFF answers 400 with the first. Never throws.
 */
export function readView(params: URLSearchParams): {
  view: View;
  problems: readonly ViewProblem[];
} {
  const { view, problems } = readLink(params);
  return { view, problems };
}

/** As {@link readView}, with what whoever copied the link noted beside the view. */
export function readLink(params: URLSearchParams): {
  view: View;
  note: LinkNote;
  problems: readonly ViewProblem[];
} {
  const problems: ViewProblem[] = [];
  const texts = new Map<string, string>();
  for (const [name, value] of params) {
    if (!VIEW_NAMES.includes(name) && !isOneOf(NOTE_NAMES, name))
      problems.push({ name, reason: "unknown-name" });
    // `agent=` is how a form sends a field left blank: as if it were not there.
    else if (value === "") continue;
    else if (texts.has(name)) problems.push({ name, value, reason: "repeated" });
    else texts.set(name, value);
  }

  function read<T>(name: string, codec: Codec<T>): T | undefined {
    const text = texts.get(name);
    if (text === undefined) return undefined;
    const { value, bad } = codec.read(text);
    for (const part of bad) problems.push({ name, value: part, reason: reasonOf(name, part) });
    return value;
  }

  const instance = read("instance", placeCodec);
  const record = read("record", placeCodec);
  const position = read("t", positionCodec);
  if (position !== undefined && record === undefined)
    problems.push({ name: "t", reason: "unknown-name" });
  const beside = read("beside", placeCodec);
  const looks: Pick<View, Look> = Object.fromEntries(
    LOOK_NAMES.flatMap((name) => {
      // Widened because the loop runs over several value types; each value comes from its own codec.
      const value = read<unknown>(name, LOOKS[name] as Codec<unknown>);
      return value === undefined ? [] : [[name, value]];
    }),
  );
  const columns = read("cols", columnsCodec);
  const criteria: Criteria = Object.fromEntries(
    [...CRITERION_NAMES].flatMap(([name, key]) => {
      // Widened because the loop runs over keys of several value types; each value comes from
      // its own key's codec.
      const value = read<unknown>(name, FILTER_CODECS[key] as Codec<unknown>);
      return value === undefined ? [] : [[key, value]];
    }),
  );
  const view: View = {
    ...(instance !== undefined && { instance }),
    time: readTime(),
    criteria,
    sort: read("sort", sortCodec) ?? DEFAULT_SORT,
    page: read("page", pageCodec) ?? 1,
    ...looks,
    ...(record !== undefined && { record }),
    ...(record !== undefined && position !== undefined && { position }),
    ...(beside !== undefined && { beside }),
    ...(columns !== undefined && { columns }),
  };
  const version = read("v", versionCodec) ?? 1;
  const asOf = read("asof", instantCodec);
  const total = read("n", countCodec);
  const note: LinkNote = {
    version,
    ...(asOf !== undefined && { asOf }),
    ...(total !== undefined && { total }),
  };
  return { view, note, problems };

  function readTime(): TimeRange {
    const relative = read("range", relativeRangeCodec);
    const from = read("from", instantCodec);
    const to = read("to", instantCodec);
    if (from !== undefined && to !== undefined) {
      if (relative !== undefined)
        problems.push({ name: "range", value: relative, reason: "conflict" });
      if (from <= to) return { from, to };
      problems.push({ name: "to", value: String(to), reason: "reversed" });
      return DEFAULT_TIME_RANGE;
    }
    if (from !== undefined)
      problems.push({ name: "from", value: String(from), reason: "incomplete" });
    if (to !== undefined) problems.push({ name: "to", value: String(to), reason: "incomplete" });
    return relative === undefined ? DEFAULT_TIME_RANGE : { relative };
  }
}

/**
 * The URL parameters of a view, in one normal form: in a fixed order, without those that say the
 * default. Equal views give equal parameters.
 */
function writeView(view: View): URLSearchParams {
  const params = new URLSearchParams();
  if (view.instance !== undefined) params.set("instance", placeCodec.write(view.instance));
  if (!isRelative(view.time)) {
    params.set("from", String(view.time.from));
    params.set("to", String(view.time.to));
  } else if (view.time.relative !== DEFAULT_TIME_RANGE.relative)
    params.set("range", view.time.relative);
  for (const [name, key] of CRITERION_NAMES) {
    const value = view.criteria[key];
    // Widened as in `readView`.
    if (value !== undefined) params.set(name, (FILTER_CODECS[key] as Codec<unknown>).write(value));
  }
  for (const name of LOOK_NAMES) {
    const value = view[name];
    // Widened as in `readView`.
    if (value !== undefined) params.set(name, (LOOKS[name] as Codec<unknown>).write(value));
  }
  const sort = writeSort(view.sort);
  if (sort !== writeSort(DEFAULT_VIEW.sort)) params.set("sort", sort);
  if (view.page !== 1) params.set("page", String(view.page));
  if (view.columns !== undefined) params.set("cols", columnsCodec.write(view.columns));
  if (view.record !== undefined) params.set("record", placeCodec.write(view.record));
  if (view.record !== undefined && view.position !== undefined)
    params.set("t", positionCodec.write(view.position));
  if (view.beside !== undefined) params.set("beside", placeCodec.write(view.beside));
  return params;
}

/** The view as the end of a link: `""` or `?…`, with commas, colons, `@` and `~` left readable. */
export function viewSearch(view: View): string {
  return searchOf(writeView(view));
}

/** A view as the end of a link for somebody else, which says of what version it is: `?v=2&…`. */
export function linkSearch(view: View, { asOf, total }: Omit<LinkNote, "version"> = {}): string {
  const note = new URLSearchParams({ v: versionCodec.write(LINK_VERSION) });
  if (asOf !== undefined) note.set("asof", instantCodec.write(asOf));
  if (total !== undefined) note.set("n", countCodec.write(total));
  return searchOf(new URLSearchParams([...note, ...writeView(view)]));
}

function searchOf(params: URLSearchParams): string {
  const text = params.toString();
  // Commas, `@` and `~` are legal in a query; escaped they only make links unreadable.
  return text === "" ? "" : `?${text.replace(/%(2C|3A|40|7E)/g, decodeURIComponent)}`;
}

import { maskWithin } from "#bff/access/mask-numbers.ts";
import {
  CRITERION_KEYS,
  FILTERS,
  type Criteria,
  type FilterKind,
} from "#contract/filter/filters.ts";
import type { AbsoluteRange } from "#contract/time/time-range.ts";

/** What a filter was, for people who may not know numbers; by the names of links. */
export type RedactedFilter = Readonly<Record<string, readonly string[]>>;

/** That something was typed, but not what. */
const SET = "set";

/** What may be told of the values of a kind. Options and ids may hold anything that a link does. */
const TOLD = {
  choice: maskWithin,
  "multi-choice": maskWithin,
  person: maskWithin,
  text: maskWithin,
  phone: numberOrSet,
  duration: String,
  words: () => SET,
} as const satisfies Record<Exclude<FilterKind, "range">, (value: string) => string>;

/** Of a part of a number, which may have few digits, nothing is told. */
function numberOrSet(value: string): string {
  const told = maskWithin(value);
  return /^\+?\d{3,7}\*{4}\d{4}$/.test(told) ? told : SET;
}

export function redactFilter(range: AbsoluteRange, criteria: Criteria): RedactedFilter {
  const filter: Record<string, readonly string[]> = {
    from: [textOf(range.from)],
    to: [textOf(range.to)],
  };
  for (const key of CRITERION_KEYS) {
    const value = criteria[key];
    if (value === undefined) continue;
    const { kind, url } = FILTERS[key];
    filter[url] = [...new Set([value].flat().map((one) => TOLD[kind](one)))];
  }
  return filter;
}

/** Those of several questions, each value once. */
export function mergeFilters(filters: readonly RedactedFilter[]): RedactedFilter {
  const merged = new Map<string, Set<string>>();
  for (const [name, values] of filters.flatMap((filter) => Object.entries(filter)))
    merged.set(name, new Set([...(merged.get(name) ?? []), ...values]));
  return Object.fromEntries([...merged].map(([name, values]) => [name, [...values]]));
}

const textOf = (at: number) => new Date(at).toISOString();

import type { Codec } from "./codec.ts";
import { FILTER_CODECS } from "./filter-codecs.ts";
import {
  CRITERION_KEYS,
  DURATION_KEYS,
  FILTERS,
  isKind,
  type Criteria,
  type CriterionKey,
  type DurationKey,
  type FilterValue,
} from "./filters.ts";
import { readSecondsRange, type SecondsRange } from "./seconds-range.ts";

// How criteria are read and changed. Nothing here changes what it is given: each call returns new
// criteria, so that they can be compared and used as a key.

const isOverriding = (key: CriterionKey) => "overrides" in FILTERS[key];

/** The keys of the criteria that are set, in the order of FILTERS. */
export function activeCriteria(criteria: Criteria): readonly CriterionKey[] {
  return CRITERION_KEYS.filter((key) => criteria[key] !== undefined);
}

/** The key of the criterion that makes the upstream ignore all others; undefined if none is set. */
export function overridingCriterion(criteria: Criteria): CriterionKey | undefined {
  return activeCriteria(criteria).find(isOverriding);
}

/** The ranges of durations that are set, and heeded. */
export function durationRanges(
  criteria: Criteria,
): readonly (readonly [DurationKey, SecondsRange])[] {
  if (overridingCriterion(criteria) !== undefined) return [];
  return DURATION_KEYS.flatMap((key) => {
    const range = readSecondsRange(criteria[key] ?? "");
    return range === undefined ? [] : [[key, range] as const];
  });
}

/** The criteria without ranges of durations: what the upstream itself filters by. */
export function withoutDurations(criteria: Criteria): Criteria {
  const others = activeCriteria(criteria).filter((key) => !isKind(key, "duration"));
  return Object.fromEntries(others.map((key) => [key, criteria[key]]));
}

/** The criteria without those that make the upstream ignore the others. */
export function withoutOverriding(criteria: Criteria): Criteria {
  const heeded = activeCriteria(criteria).filter((key) => !isOverriding(key));
  return Object.fromEntries(heeded.map((key) => [key, criteria[key]]));
}

/** The criteria with one of them replaced. `undefined` and an empty list remove it. */
export function withCriterion<F extends CriterionKey>(
  criteria: Criteria,
  key: F,
  value: FilterValue<F> | undefined,
): Criteria {
  const { [key]: _old, ...rest } = criteria;
  // What is left of Criteria without one of its optional keys is still Criteria.
  if (value === undefined || value.length === 0) return rest as Criteria;
  return { ...rest, [key]: value } as Criteria;
}

/**
 * The criteria with one of them set to these values, and without those that would make the upstream
 * ignore it.
 *
 * @param values one for a criterion of a single value, of which the first counts
 * @returns undefined if a link could not say the same, for example because a text is too long
 */
export function withValues(
  criteria: Criteria,
  key: CriterionKey,
  values: readonly string[],
): Criteria | undefined {
  const value = asKind(key, values);
  // Widened because keys of several value types come here; the value is of the key's own kind.
  const codec = FILTER_CODECS[key] as Codec<unknown>;
  const { value: restored, bad } = codec.read(codec.write(value));
  // As sets, for that is what lists of a filter are.
  const text = (one: unknown) => JSON.stringify([one].flat().toSorted());
  if (bad.length > 0 || text(restored) !== text(value)) return undefined;
  const others = isOverriding(key) ? criteria : withoutOverriding(criteria);
  return { ...others, [key]: value };
}

/** The value of a criterion in the shape that its row's kind asks for: a text, or a list of texts. */
export function asKind(key: CriterionKey, values: readonly string[]): string | readonly string[] {
  const { kind } = FILTERS[key];
  switch (kind) {
    case "multi-choice":
    case "words":
      return values;
    case "choice":
    case "phone":
    case "text":
    case "person":
    case "duration":
      return values[0] ?? "";
    default:
      return kind satisfies never;
  }
}

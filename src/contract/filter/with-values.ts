import type { Codec } from "./codec.ts";
import { FILTER_CODECS } from "./filter-codecs.ts";
import { CRITERION_KEYS, FILTERS, type Criteria, type CriterionKey } from "./filters.ts";

const overrides = (key: CriterionKey) => "overrides" in FILTERS[key];

/** The criteria without any that would make the upstream ignore the others. */
export function withoutOverriding(criteria: Criteria): Criteria {
  const heeded = CRITERION_KEYS.filter((key) => !overrides(key) && criteria[key] !== undefined);
  return Object.fromEntries(heeded.map((key) => [key, criteria[key]]));
}

/**
 * `criteria` with one of them replaced by these values; undefined where a link could not say the
 * same, as of a text that is too long.
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
  const others = overrides(key) ? criteria : withoutOverriding(criteria);
  return { ...others, [key]: value };
}

/** The value of a criterion by its row's declared kind: a text, or a list of them. */
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
      return values[0] ?? "";
    default:
      return kind satisfies never;
  }
}

import type { Codec } from "#contract/codec.ts";
import { FILTER_CODECS } from "#contract/filter-codecs.ts";
import {
  CRITERION_KEYS,
  FILTERS,
  isKind,
  type Criteria,
  type CriterionKey,
  type FilterKey,
} from "#contract/filters.ts";
import type { RecordField } from "#contract/record-fields.ts";

/** People and groups are filtered by their ids, which stand in the same order as their names. */
const IDS_OF_NAMES: Partial<Record<RecordField, RecordField>> = {
  agentNames: "agentIds",
  skillGroupNames: "skillGroupIds",
};

/** The field whose value a filter compares when this one is pointed at. */
export function comparedField(field: RecordField): RecordField {
  return IDS_OF_NAMES[field] ?? field;
}

const looksAt = (key: FilterKey): readonly RecordField[] => FILTERS[key].fields;

/** The filter that looks at this field and no other. */
export function filterOf(field: RecordField): FilterKey | undefined {
  const compared = comparedField(field);
  const keys: readonly FilterKey[] = ["time", ...CRITERION_KEYS];
  return keys.find((key) => looksAt(key).length === 1 && looksAt(key)[0] === compared);
}

/** The filter that looks for a number on either side of a call, if this field is a side. */
export function eitherSideOf(field: RecordField): CriterionKey | undefined {
  return CRITERION_KEYS.find(
    (key) => isKind(key, "phone") && looksAt(key).length > 1 && looksAt(key).includes(field),
  );
}

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
function asKind(key: CriterionKey, values: readonly string[]): string | readonly string[] {
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

import {
  CRITERION_KEYS,
  FILTERS,
  isKind,
  type CriterionKey,
  type FilterKey,
} from "#contract/filter/filters.ts";
import { PEOPLE } from "#contract/record/people.ts";
import type { RecordField } from "#contract/record/record-fields.ts";

/** People and groups are filtered by their ids, which stand in the same order as their names. */
const IDS_OF_NAMES: Partial<Record<RecordField, RecordField>> = Object.fromEntries(
  Object.values(PEOPLE).map(({ ids, names }) => [names, ids]),
);

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

import { isEnumField } from "#contract/enums.ts";
import { FILTERS, isKind, type Criteria, type CriterionKey } from "#contract/filters.ts";
import { enumLabel, type Labels } from "./labels.ts";

/** The value of a criterion in words; nothing where it is not set. */
export function criterionText(labels: Labels, key: CriterionKey, criteria: Criteria): string {
  const value = criteria[key];
  if (value === undefined) return "";
  const texts = typeof value === "string" ? [value] : value;
  if (!isKind(key, "choice") && !isKind(key, "multi-choice")) return texts.join(", ");
  const field: string = FILTERS[key].fields[0];
  return texts
    .map((text) => (isEnumField(field) ? enumLabel(labels, field, text) : text))
    .join(", ");
}

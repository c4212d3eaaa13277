import { isKind, type Criteria, type CriterionKey } from "#contract/filter/filters.ts";
import type { Labels } from "./labels.ts";
import { optionLabel } from "./option-label.ts";

/** The value of a criterion in words; nothing where it is not set. */
export function criterionText(labels: Labels, key: CriterionKey, criteria: Criteria): string {
  const value = criteria[key];
  if (value === undefined) return "";
  const texts = typeof value === "string" ? [value] : value;
  if (!isKind(key, "choice") && !isKind(key, "multi-choice")) return texts.join(", ");
  return texts.map((text) => optionLabel(labels, key, text)).join(", ");
}

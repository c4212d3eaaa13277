import {
  isKind,
  type Criteria,
  type CriterionKey,
  type FilterKeyOf,
} from "#contract/filter/filters.ts";
import { criterionText } from "#labels/criterion-text.ts";
import type { Labels } from "#labels/labels.ts";
import { withoutNumbers } from "./without-numbers.ts";

interface Known {
  /** A number as everybody may see it. */
  readonly maskedOf: (filter: FilterKeyOf<"phone">, value: string) => string | undefined;
  readonly nameOf: (filter: FilterKeyOf<"person">, id: string) => string | undefined;
}

/** The value of a criterion in words that may stay in a chat for good: whoever may see numbers, none is in them. */
export function criterionWords(
  labels: Labels,
  key: CriterionKey,
  criteria: Criteria,
  { maskedOf, nameOf }: Known,
): string {
  const text = criterionText(labels, key, criteria);
  if (isKind(key, "phone")) return maskedOf(key, text) ?? "…";
  // An id of a call is what it is looked for by, and no number of anybody.
  if (key === "contactId") return text;
  return withoutNumbers(isKind(key, "person") ? (nameOf(key, text) ?? text) : text);
}

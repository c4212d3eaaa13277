import { isAlwaysThere } from "#contract/filter/exclusion.ts";
import { FILTERS, isKind, type Criteria, type CriterionKey } from "#contract/filter/filters.ts";
import type { Labels } from "./labels.ts";
import { secondsRangeText } from "./length-text.ts";
import { optionLabel, type ChoiceKey } from "./option-label.ts";

/** The value of a criterion in words; nothing where it is not set. */
export function criterionText(labels: Labels, key: CriterionKey, criteria: Criteria): string {
  const value = criteria[key];
  if (value === undefined) return "";
  const texts = typeof value === "string" ? [value] : value;
  if (isKind(key, "duration")) return texts.map((text) => secondsRangeText(labels, text)).join();
  if (!isKind(key, "choice") && !isKind(key, "multi-choice")) return texts.join(", ");
  const named = (options: readonly string[]) =>
    options.map((option) => optionLabel(labels, key, option)).join(", ");
  const missing = missingOptions(key, texts);
  if (missing === undefined) return named(texts);
  // The list of all others is how the upstream is asked; what is meant is what is not among them.
  return `${isAlwaysThere(key) ? labels.facets.not : labels.facets.anyBut} ${named(missing)}`;
}

/** The options that a choice leaves out, where they are the shorter way to say it. */
function missingOptions(key: ChoiceKey, chosen: readonly string[]): readonly string[] | undefined {
  const { options } = FILTERS[key];
  const missing = options.filter((option) => !chosen.includes(option));
  const isAllElse = chosen.length + missing.length === options.length;
  return isAllElse && missing.length > 0 && 2 * missing.length < chosen.length
    ? missing
    : undefined;
}

import { activeCriteria } from "#contract/filter/criteria.ts";
import { isKind } from "#contract/filter/filters.ts";
import type { CallSet } from "#contract/view/call-set.ts";
import { criterionText } from "#labels/criterion-text.ts";
import type { Words } from "#labels/field-text.ts";
import { rangeText } from "#labels/range-text.ts";

/** Which calls are exported, in words. Of what was typed and of who is meant it says that it was asked for, and no more. */
export function exportTitle(
  { range, criteria, asOf }: CallSet,
  { labels, formats }: Words,
): string {
  const filters = activeCriteria(criteria).map((key) =>
    isKind(key, "choice") || isKind(key, "multi-choice")
      ? criterionText(labels, key, criteria)
      : `${labels.filters[key]}…`,
  );
  return [rangeText(range, formats, asOf), ...filters].join(" · ");
}

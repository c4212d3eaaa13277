import { ALWAYS_THERE } from "#contract/record/record-fields.ts";
import { FILTERS, isKind, type CriterionKey, type FilterKeyOf } from "./filters.ts";

/**
 * Why a value cannot be excluded: `lastOption` no other value is chosen · `oneOnly` several values
 * would be left, and the upstream takes one.
 */
export type NoExclusion = "lastOption" | "oneOnly";

/**
 * The values to choose so that one is left out. The upstream has no "not": the list of all others
 * takes its place. That list also drops `nothing` else · `unlisted` values, which are newer than this
 * edition, so that it cannot name them · all calls in which the value is `absent`.
 */
export type Exclusion =
  | { readonly values: readonly string[]; readonly alsoDrops: "nothing" | "unlisted" | "absent" }
  | { readonly impossible: NoExclusion };

/** True for a criterion of which every call has a value. */
export function isAlwaysThere(key: CriterionKey): boolean {
  return FILTERS[key].fields.every((field) => ALWAYS_THERE.has(field));
}

/**
 * The choice that leaves a value out.
 *
 * @param value documented or newer than this edition
 * @param chosen the options in effect; none means that the filter is not set
 */
export function exclusionOf(
  key: FilterKeyOf<"choice" | "multi-choice">,
  value: string,
  chosen: readonly string[],
): Exclusion {
  const { options } = FILTERS[key];
  const isUnset = chosen.length === 0;
  const values = (isUnset ? options : chosen).filter((option) => option !== value);
  if (values.length === 0) return { impossible: "lastOption" };
  if (values.length > 1 && isKind(key, "choice")) return { impossible: "oneOnly" };
  if (!isUnset) return { values, alsoDrops: "nothing" };
  return { values, alsoDrops: isAlwaysThere(key) ? "unlisted" : "absent" };
}

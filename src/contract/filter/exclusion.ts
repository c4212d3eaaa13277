import { FILTERS, isKind, type FilterKeyOf } from "./filters.ts";
import type { RecordField } from "#contract/record/record-fields.ts";

/** Why a value cannot be excluded. */
export type NoExclusion = "lastOption" | "oneOnly";

/**
 * The upstream has no "not": what excludes a value is the list of the others. What else that list
 * leaves out, besides the value: nothing, values that it cannot name for being newer than this
 * edition, or all calls that have no value at all.
 */
export type Exclusion =
  | { readonly values: readonly string[]; readonly alsoDrops: "nothing" | "unlisted" | "absent" }
  | { readonly impossible: NoExclusion };

/** Every call has a value in these; an enum in any other field may be absent. */
export const ALWAYS_THERE: ReadonlySet<RecordField> = new Set([
  "contactType",
  "contactDisposition",
]);

/**
 * What a choice has to be for a value to be left out.
 *
 * @param chosen the options in effect; none means that the filter is not set
 */
export function exclusionOf(
  key: FilterKeyOf<"choice" | "multi-choice">,
  value: string,
  chosen: readonly string[],
): Exclusion {
  const { options, fields } = FILTERS[key];
  const isUnset = chosen.length === 0;
  const values = (isUnset ? options : chosen).filter((option) => option !== value);
  if (values.length === 0) return { impossible: "lastOption" };
  if (values.length > 1 && isKind(key, "choice")) return { impossible: "oneOnly" };
  if (!isUnset) return { values, alsoDrops: "nothing" };
  return {
    values,
    alsoDrops: fields.every((field) => ALWAYS_THERE.has(field)) ? "unlisted" : "absent",
  };
}

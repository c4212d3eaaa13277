import { FILTERS, type FilterKeyOf } from "#contract/filter/filters.ts";
import { isEnumField } from "#contract/record/enums.ts";
import { enumLabel, type Labels } from "./labels.ts";

/** A filter whose values come from a set. */
export type ChoiceKey = FilterKeyOf<"choice" | "multi-choice">;

/** How an option of a filter is called; keys of the telephone are their own label. */
export function optionLabel(labels: Labels, filter: ChoiceKey, option: string): string {
  const field: string = FILTERS[filter].fields[0];
  return isEnumField(field) ? enumLabel(labels, field, option) : option;
}

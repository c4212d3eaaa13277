import { isEnumField } from "#contract/enums.ts";
import { FILTERS, type FilterKeyOf } from "#contract/filters.ts";
import { isToned, toneOf, type Tone } from "#contract/tones.ts";
import { enumLabel, type Labels } from "#app/i18n/labels.ts";

/** A filter whose values come from a set. */
export type ChoiceKey = FilterKeyOf<"choice" | "multi-choice">;

/** How an option of a filter is called; keys of the telephone are their own label. */
export function optionLabel(labels: Labels, filter: ChoiceKey, option: string): string {
  const field: string = FILTERS[filter].fields[0];
  return isEnumField(field) ? enumLabel(labels, field, option) : option;
}

/** The tone of an option, where its set has tones that mean something. */
export function optionTone(filter: ChoiceKey, option: string): Tone | undefined {
  const field: string = FILTERS[filter].fields[0];
  return isEnumField(field) && isToned(field) ? toneOf(field, option) : undefined;
}

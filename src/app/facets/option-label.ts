import { isEnumField, enumLabel, type Labels } from "#app/i18n/labels.ts";
import { FILTERS, type FilterKeyOf } from "#contract/filters.ts";
import { toneOf, type Tone } from "#contract/tones.ts";

/** A filter whose values come from a set. */
export type ChoiceKey = FilterKeyOf<"choice" | "multi-choice">;

/** How an option of a filter is called; options without words of their own are their own label. */
export function optionLabel(labels: Labels, filter: ChoiceKey, option: string): string {
  const [field] = FILTERS[filter].fields;
  return isEnumField(field) ? enumLabel(labels, field, option) : option;
}

/** The tone of an option, where its set has tones that mean something. */
export function optionTone(filter: ChoiceKey, option: string): Tone | undefined {
  const [field] = FILTERS[filter].fields;
  return field === "contactDisposition" ? toneOf(field, option) : undefined;
}

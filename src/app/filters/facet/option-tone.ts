import { FILTERS } from "#contract/filter/filters.ts";
import { isEnumField } from "#contract/record/enums.ts";
import { isToned, toneOf, type Tone } from "#contract/record/tones.ts";
import type { ChoiceKey } from "#labels/option-label.ts";

/** The tone of an option, where its set has tones that mean something. */
export function optionTone(filter: ChoiceKey, option: string): Tone | undefined {
  const field: string = FILTERS[filter].fields[0];
  return isEnumField(field) && isToned(field) ? toneOf(field, option) : undefined;
}

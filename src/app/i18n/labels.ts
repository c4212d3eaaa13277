import { useMessages } from "use-intl";
import type { EnumField } from "#contract/enums.ts";
import { FIELD_ENUMS } from "#contract/enums.ts";
import type { RecordField } from "#contract/record-fields.ts";
import type { Messages } from "./messages.ts";

export type Labels = Pick<Messages, "fields" | "enums" | "filters" | "records" | "detail">;

/** Plain label tables, for places that draw too many labels to call a translator for each. */
export function useLabels(): Labels {
  // The provider is only ever given a `Messages`.
  return useMessages() as Messages;
}

/** True for the fields whose values have labels and tones. */
export function isEnumField(field: RecordField): field is RecordField & EnumField {
  return field in FIELD_ENUMS;
}

/** The label of an enum's value; a value we do not know is shown as it is. */
export function enumLabel(labels: Labels, field: EnumField, value: string): string {
  const known: Readonly<Record<string, string>> = labels.enums[field];
  return Object.hasOwn(known, value) ? (known[value] ?? value) : value;
}

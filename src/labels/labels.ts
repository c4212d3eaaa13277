import type { EnumField } from "#contract/record/enums.ts";
import { isComposed, type Column } from "#contract/view/columns.ts";
import type { Messages } from "./messages.ts";

export type Labels = Pick<
  Messages,
  | "app"
  | "time"
  | "actions"
  | "fields"
  | "columns"
  | "enums"
  | "filters"
  | "facets"
  | "lengths"
  | "records"
  | "detail"
  | "cells"
  | "export"
>;

/** The label of an enum's value; a value we do not know is shown as it is. */
export function enumLabel(labels: Labels, field: EnumField, value: string): string {
  const known: Readonly<Record<string, string>> = labels.enums[field];
  return Object.hasOwn(known, value) ? (known[value] ?? value) : value;
}

/** The heading of a column: its field's label, or a composed column's own name. */
export function columnLabel(labels: Labels, column: Column): string {
  return isComposed(column) ? labels.columns.names[column] : labels.fields[column];
}

import type { WireForm } from "#contract/filter/filter-row.ts";

/** The text of a parameter that holds a criterion's value, in the form that its row declares. */
export function writeInForm(form: WireForm, value: string | readonly string[]): string {
  switch (form.as) {
    case "text":
      return String(value);
    case "json-list":
      return JSON.stringify(value);
    case "json-object":
      return JSON.stringify({ [form.key]: value });
    default:
      return form satisfies never;
  }
}

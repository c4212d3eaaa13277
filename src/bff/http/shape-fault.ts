import type * as z from "zod/mini";

/** What a part of a body should have been, in a sentence; never what it is. */
export function shapeFault(issue: z.core.$ZodIssue | undefined): string {
  switch (issue?.code) {
    case "invalid_type":
      return `It must be of the type ${issue.expected}.`;
    case "invalid_value":
      return `It must be ${oneOf(issue.values)}.`;
    case "invalid_union":
      return "options" in issue ? `It must be ${oneOf(issue.options ?? [])}.` : ODD;
    case "too_big":
      return `It takes ${issue.inclusive === false ? "less than" : "at most"} ${issue.maximum}${unitOf(issue.origin)}.`;
    case "too_small":
      return `It takes ${issue.inclusive === false ? "more than" : "at least"} ${issue.minimum}${unitOf(issue.origin)}.`;
    case "unrecognized_keys":
      return "It has a field that is not known here.";
    case "custom":
      return issue.message;
    default:
      return ODD;
  }
}

const ODD = "It is malformed.";
const oneOf = (values: readonly unknown[]) =>
  values.length === 1 ? String(values[0]) : `one of ${values.join(", ")}`;
const unitOf = (origin: string) =>
  origin === "array" ? " items" : origin === "string" ? " characters" : "";

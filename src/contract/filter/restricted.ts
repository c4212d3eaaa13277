import type { Criteria } from "./filters.ts";

/**
 * The criteria restricted to some values of a field, of those that they let through anyway; undefined
 * where that leaves none, so that no call can match.
 */
export function restricted(
  criteria: Criteria,
  field: "contactType" | "contactDisposition",
  to: readonly string[],
): Criteria | undefined {
  const chosen = criteria[field];
  const both = chosen === undefined ? to : to.filter((value) => chosen.includes(value));
  return both.length === 0 ? undefined : { ...criteria, [field]: both };
}

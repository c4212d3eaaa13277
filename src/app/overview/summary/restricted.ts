import type { Criteria } from "#contract/filter/filters.ts";
import type { ContactDisposition } from "#contract/record/enums.ts";

/**
 * The criteria restricted to some dispositions, of those that they let through anyway; undefined
 * where that leaves none, so that no call can match.
 */
export function restricted(
  criteria: Criteria,
  to: readonly ContactDisposition[],
): Criteria | undefined {
  const chosen = criteria.contactDisposition;
  const both = chosen === undefined ? to : to.filter((value) => chosen.includes(value));
  return both.length === 0 ? undefined : { ...criteria, contactDisposition: both };
}

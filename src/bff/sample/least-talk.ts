import { withCriterion } from "#contract/filter/criteria.ts";
import type { Criteria } from "#contract/filter/filters.ts";
import { isReversed, readSecondsRange, writeSecondsRange } from "#contract/filter/seconds-range.ts";

/** The criteria of those calls that talked for so long at least, s; undefined where none can. */
export function withLeastTalk(criteria: Criteria, leastTalk: number): Criteria | undefined {
  if (leastTalk === 0) return criteria;
  const { from = 0, to } = readSecondsRange(criteria.talkTime ?? "") ?? {};
  const range = { from: Math.max(from, leastTalk), ...(to !== undefined && { to }) };
  return isReversed(range)
    ? undefined
    : withCriterion(criteria, "talkTime", writeSecondsRange(range));
}

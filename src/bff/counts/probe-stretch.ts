import { tooManyCalls } from "#bff/durations/too-many-calls.ts";
import type { Ask, AskOf } from "#contract/api/asks.ts";
import { durationRanges, withCriterion } from "#contract/filter/criteria.ts";
import { writeSecondsRange } from "#contract/filter/seconds-range.ts";
import { positionOf } from "#contract/record/rank-position.ts";
import type { CallsInHand } from "./calls-in-hand.ts";
import type { Tell } from "./lines.ts";

/**
 * What can be told of the calls of a duration's range that are too many to be read: values at ranks of that
 * duration itself, for the calls stand in its order.
 *
 * @throws BffError `too_many_calls` for all else
 */
export async function probeStretch(calls: CallsInHand, asked: Ask, tell: Tell): Promise<void> {
  const [first, ...others] = durationRanges(calls.set.criteria);
  if (asked.of === "total" || first === undefined) return;
  const [field, range] = first;
  if (asked.of !== "ranks" || asked.field !== field || others.length > 0) throw tooManyCalls(field);
  // Those of 0 s have spent none.
  const from = Math.max(1, range.from ?? 1);
  const isEmpty = range.to !== undefined && range.to < from;
  const spent = writeSecondsRange({ ...range, from });
  const criteria = withCriterion(calls.set.criteria, field, spent);
  await tellRanks(calls, asked, tell, isEmpty ? undefined : { ...calls.set, criteria });
}

async function tellRanks(
  calls: CallsInHand,
  { field, shares }: AskOf<"ranks">,
  tell: Tell,
  set: CallsInHand["set"] | undefined,
): Promise<void> {
  const base = set === undefined ? 0 : await calls.count(set);
  await Promise.all(
    shares.map(async (share) => {
      const position = positionOf(share, base);
      const sort = { field, order: "DESC" } as const;
      const [record] =
        position === null || set === undefined
          ? []
          : await calls.page(position, { set, sort, pageSize: 1 });
      tell({ share, seconds: record?.[field] ?? null, position, base });
    }),
  );
  tell({ end: true, total: calls.total, plan: "probes" });
}

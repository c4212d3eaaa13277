import type { AskOf } from "#contract/api/asks.ts";
import { overridingCriterion } from "#contract/filter/criteria.ts";
import type { CallsInHand } from "./calls-in-hand.ts";
import { tallyFacet } from "./facet-values.ts";
import type { Tell } from "./lines.ts";
import { callsWith } from "./questions.ts";

/**
 * The facet by which a reader is bounded: how many calls each of their own groups or agents has, and
 * nothing of others, though some call of theirs may name one. The criterion is in the set, for all of
 * theirs together are more than the upstream can be asked for; a tick puts another in its place.
 */
export async function probeOwn(
  calls: CallsInHand,
  { facet }: AskOf<"facet">,
  own: readonly string[],
  tell: Tell,
): Promise<void> {
  const { set, total } = calls;
  if (overridingCriterion(set.criteria) !== undefined) {
    const tally = tallyFacet(await calls.page(1), facet);
    for (const value of own)
      tell({ value, count: tally.find((one) => one.value === value)?.count ?? 0 });
  } else
    await Promise.all(
      own.map(async (value) => {
        tell({ value, count: await calls.count(callsWith(set, facet, [value])) });
      }),
    );
  tell({ end: true, total, plan: "probes", other: null, complete: true });
}

/** The reader's own groups or agents, whose calls all together the upstream cannot be asked for. */
export function tellOwn({ total }: CallsInHand, own: readonly string[], tell: Tell): void {
  for (const person of own) tell({ person });
  tell({ end: true, total, plan: "probes", complete: true });
}

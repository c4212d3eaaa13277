import type { AskOf } from "#contract/api/asks.ts";
import type { LevelPart } from "#contract/filter/level-part.ts";
import { levelParts } from "#contract/filter/level-parts.ts";
import type { CallsInHand } from "./calls-in-hand.ts";
import { MOST_LEVEL_CALLS } from "./choose-plan.ts";
import { knownOrNull } from "./known-or-null.ts";
import type { Tell } from "./lines.ts";

/** What is looked for by its rank in a sorted list, and may take more calls than it is worth. */
const RANKED: readonly LevelPart[] = ["within", "short"];

/**
 * Two of the parts are counts like any other; two are ranks in the list by time in the queue.
 *
 * @param most upstream calls that both ranks may cost
 */
export async function probeLevel(
  calls: CallsInHand,
  { seconds }: AskOf<"level">,
  tell: Tell,
  most = MOST_LEVEL_CALLS,
): Promise<void> {
  const { set, total } = calls;
  const parts = levelParts(set.criteria, seconds);
  const countOf = async (part: LevelPart, isAnew = false) => {
    const criteria = parts[part];
    if (criteria === undefined) return 0;
    const asked = { ...set, criteria };
    const how = RANKED.includes(part) ? { most: most / RANKED.length } : {};
    return knownOrNull(() => (isAnew ? calls.recount(asked) : calls.count(asked, how)));
  };
  const [within, short, ...wholes] = await Promise.all([
    countOf("within"),
    countOf("short"),
    countOf("offered"),
    countOf("answered"),
  ]);
  let [offered, answered] = wholes;
  // Calls only come: counted after its parts a whole is no less than they are.
  const isTorn = (within ?? 0) > (answered ?? 0) || (answered ?? 0) + (short ?? 0) > (offered ?? 0);
  if (calls.mayGrow && isTorn) {
    answered = await countOf("answered", true);
    offered = await countOf("offered", true);
  }
  tell({ level: { offered, answered, within, short } });
  tell({ end: true, total, plan: "probes" });
}

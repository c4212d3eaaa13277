import type { AskOf } from "#contract/api/counts.ts";
import { MAX_REACHABLE } from "#contract/record/list-limits.ts";
import { spentSeconds } from "#contract/record/spent-seconds.ts";
import type { CallsInHand } from "./calls-in-hand.ts";
import type { Tell } from "./lines.ts";
import { positionOf, smallestPage } from "./rank-position.ts";

/**
 * The value at a rank is one call: the one at its place in the sorted list, as far as page numbers
 * reach.
 */
export async function probeRanks(
  calls: CallsInHand,
  { field, shares }: AskOf<"ranks">,
  tell: Tell,
): Promise<void> {
  const { total } = calls;
  await Promise.all(
    shares.map(async (share) => {
      const position = positionOf(share, total);
      const isReached = position !== null && position <= MAX_REACHABLE;
      tell({ share, position, seconds: isReached ? await valueAt(position) : null });
    }),
  );
  tell({ end: true, total, plan: "probes" });

  async function valueAt(position: number): Promise<number | null> {
    const { page, pageSize, index } = smallestPage(position);
    const records = await calls.page(page, { sort: { field, order: "DESC" }, pageSize });
    // One that ties have brought twice is there once, and the last place is then empty. A list that has
    // become shorter than it was counted may have none of them any more.
    const record = records[index] ?? records.at(-1);
    return record === undefined ? null : spentSeconds(record, field);
  }
}

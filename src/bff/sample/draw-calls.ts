import type { CallRecord } from "#contract/record/call-record.ts";
import { drawnRanks, type Chance } from "./drawn-ranks.ts";
import type { RankedCalls } from "./ranked-calls.ts";

export interface Wanted {
  readonly calls: number;
  /** Whether a call may be drawn at all. In the place of one that may not stands the next. */
  readonly isWanted: (record: CallRecord) => boolean;
  /** Ranks that are looked at, at most; undefined: as many as it takes. */
  readonly mostRanks?: number | undefined;
  /** Told of each call that was looked at. */
  readonly onFound?: (() => void) | undefined;
}

/**
 * Calls drawn at random, each once and each as likely as any other that is wanted.
 *
 * @returns fewer than are wanted where there are no more; undefined where the ranks that may be looked at did not
 *   suffice
 */
export async function drawCalls(
  ranked: RankedCalls,
  chance: Chance,
  { calls, isWanted, mostRanks = Infinity, onFound }: Wanted,
): Promise<readonly CallRecord[] | undefined> {
  const ranks = drawnRanks(ranked.total, chance);
  // What calls that came meanwhile have pushed on is met again at another rank.
  const ids = new Set<string>();
  const drawn: CallRecord[] = [];
  const isNew = ({ contactId }: CallRecord) =>
    contactId === undefined || ids.size < ids.add(contactId).size;
  for (let looked = 0; drawn.length < calls;) {
    if (looked >= mostRanks) return undefined;
    const next = take(ranks, calls - drawn.length);
    if (next.length === 0) break;
    looked += next.length;
    for (const record of await ranked.at(next, onFound))
      if (record !== undefined && isWanted(record) && isNew(record)) drawn.push(record);
  }
  return drawn;
}

function take(ranks: Generator<number, void>, count: number): readonly number[] {
  const taken: number[] = [];
  while (taken.length < count) {
    const { done, value } = ranks.next();
    if (done === true) break;
    taken.push(value);
  }
  return taken;
}

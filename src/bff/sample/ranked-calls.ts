import { BudgetSpent } from "#bff/calls/call-budget.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import { MAX_PAGE_SIZE, MAX_REACHABLE } from "#contract/record/list-limits.ts";
import type { UnpinnedCalls } from "#contract/view/call-set.ts";

/** Calls that stand at ranks, from 0: each at one, at each one. */
export interface RankedCalls {
  readonly total: number;
  /**
   * The calls at some ranks, in the order of these; undefined where there is none any more.
   *
   * @param onFound told of each
   */
  at(ranks: readonly number[], onFound?: () => void): Promise<readonly (CallRecord | undefined)[]>;
}

export interface RankedCallsDeps {
  readonly count: (calls: UnpinnedCalls) => Promise<number>;
  /** A page of {@link MAX_PAGE_SIZE}, from 1, in an order that is the same for all pages. */
  readonly page: (calls: UnpinnedCalls, page: number) => Promise<readonly CallRecord[]>;
}

/** A rank, and its place among those that were asked for. */
interface Asked {
  readonly rank: number;
  readonly place: number;
}

type OnFound = (place: number, record: CallRecord | undefined) => void;

/**
 * The calls of a set by their ranks: one upstream call for each page on which any lie. Where page numbers do not
 * reach all of them, the time is halved, as often as it takes and only where ranks are asked for; those of the
 * later half come first. So what stands at a rank hangs on the calls alone, and not on what is asked together.
 *
 * @throws BudgetSpent where more calls than page numbers reach began at one instant
 */
export function createRankedCalls(
  calls: UnpinnedCalls,
  total: number,
  { count, page }: RankedCallsDeps,
): RankedCalls {
  const halves = new Map<string, Promise<number>>();
  const pages = new Map<string, Promise<readonly CallRecord[]>>();

  async function find(
    set: UnpinnedCalls,
    inSet: number,
    asked: readonly Asked[],
    onFound: OnFound,
  ): Promise<void> {
    if (asked.length === 0) return;
    if (inSet <= MAX_REACHABLE) return readPages(set, asked, onFound);
    const { from, to } = set.range;
    if (from >= to) throw new BudgetSpent();
    const middle = Math.floor((from + to) / 2);
    const earlier = { ...set, range: { from, to: middle } };
    const later = { ...set, range: { from: middle + 1, to } };
    const counted = await once(halves, keyOf(earlier), () => count(earlier));
    const inLater = inSet - Math.min(inSet, counted);
    const isLater = ({ rank }: Asked) => rank < inLater;
    const inEarlier = asked
      .filter((one) => !isLater(one))
      .map(({ rank, place }) => ({ rank: rank - inLater, place }));
    await Promise.all([
      find(later, inLater, asked.filter(isLater), onFound),
      find(earlier, inSet - inLater, inEarlier, onFound),
    ]);
  }

  async function readPages(
    set: UnpinnedCalls,
    asked: readonly Asked[],
    onFound: OnFound,
  ): Promise<void> {
    await Promise.all(
      asked.map(async ({ rank, place }) => {
        const number = Math.floor(rank / MAX_PAGE_SIZE) + 1;
        const key = `${keyOf(set)} ${number}`;
        const records = await once(pages, key, () => page(set, number));
        onFound(place, records[rank % MAX_PAGE_SIZE]);
      }),
    );
  }

  return {
    total,
    async at(ranks, onFound) {
      const found: (CallRecord | undefined)[] = ranks.map(() => undefined);
      const asked = ranks.map((rank, place) => ({ rank, place }));
      await find(calls, total, asked, (place, record) => {
        found[place] = record;
        onFound?.();
      });
      return found;
    },
  };
}

const keyOf = ({ range }: UnpinnedCalls) => `${range.from} ${range.to}`;

function once<T>(begun: Map<string, Promise<T>>, key: string, begin: () => Promise<T>): Promise<T> {
  const under = begun.get(key) ?? begin();
  begun.set(key, under);
  return under;
}

import { BudgetSpent, createCallBudget } from "#bff/calls/call-budget.ts";
import type { Asking, CallReader } from "#bff/calls/call-reader.ts";
import type { ReadingRoom } from "#bff/calls/reading-room.ts";
import { BffError } from "#bff/http/bff-error.ts";
import type { SampleDraw } from "#contract/filter/sample-draw.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import { MAX_PAGE_SIZE } from "#contract/record/list-limits.ts";
import type { UnpinnedCalls } from "#contract/view/call-set.ts";
import { naturalSort } from "#contract/view/natural-sort.ts";
import { DEFAULT_SORT } from "#contract/view/sort.ts";
import { drawCalls } from "./draw-calls.ts";
import { createChance } from "./drawn-ranks.ts";
import { withLeastTalk } from "./least-talk.ts";
import { createRankedCalls, type RankedCalls } from "./ranked-calls.ts";

/** Of a page whose records are as long as most are, in memory. */
const PAGE_BYTES = 300_000;
/** Upstream calls that a request may take, whatever it draws and of however many agents. */
export const MOST_CALLS = 600;
/** Upstream calls that it may take to find where those end that talked long enough. */
const MOST_FINDING = 60;
/** Calls that are looked at for each that is wanted, where that was not found. */
const LOOKED_FOR_ONE = 20;

export interface SampleReaderDeps {
  readonly reader: CallReader;
  readonly readings: ReadingRoom;
  readonly asking: Omit<Asking, "purpose" | "since" | "onHeard">;
  /** Contact ids of calls that are not to be drawn. */
  readonly without: ReadonlySet<string>;
}

/** What was drawn, and of how many; null where nobody counted them. */
export interface Drawn {
  readonly calls: readonly CallRecord[];
  readonly among: number | null;
}

/** The ways to calls of a draw. */
export interface SampleReader {
  count(set: UnpinnedCalls): Promise<number>;
  /** How many talked long enough; undefined where to tell would cost too much. */
  countLongEnough(set: UnpinnedCalls): Promise<number | undefined>;
  newest(set: UnpinnedCalls): Promise<readonly CallRecord[]>;
  /** All that talked long enough, of whom there are `among`. */
  readAll(set: UnpinnedCalls, among: number): Promise<readonly CallRecord[]>;
  /** @param whose chance is of its own for each */
  drawRead(records: readonly CallRecord[], whose: string): Promise<Drawn>;
  /**
   * By the ranks among those that talked long enough; where these are not to be found, by looking at each call.
   *
   * @param onFound told of each call that was looked at
   * @throws BffError `too_many_calls` where neither gives enough
   */
  draw(set: UnpinnedCalls, whose: string, onFound?: () => void): Promise<Drawn>;
}

export function createSampleReader(wanted: SampleDraw, deps: SampleReaderDeps): SampleReader {
  const { reader, readings, without } = deps;
  const { leastTalk } = wanted;
  const asking = { ...deps.asking, purpose: "facets" } as const;
  const budget = createCallBudget(MOST_CALLS);
  const finding: Asking = {
    ...asking,
    most: MOST_FINDING,
    onSpent(some) {
      asking.onSpent(some);
      for (let left = Math.min(some.calls, budget.left()); left > 0; left -= 1) budget.take();
    },
  };

  /** Where nothing is left each further way ends here: another draw in the place of this one it is not. */
  function needCalls() {
    if (budget.left() === 0) throw tooMany();
  }

  async function count(of: UnpinnedCalls): Promise<number> {
    needCalls();
    budget.take();
    return reader.count(of, asking);
  }

  async function find(of: UnpinnedCalls): Promise<number> {
    needCalls();
    return reader.count(of, finding);
  }

  const isLongEnough = ({ talkTime }: CallRecord) =>
    leastTalk === 0 || (talkTime !== undefined && talkTime >= leastTalk);
  const isLeftIn = ({ contactId }: CallRecord) =>
    contactId === undefined || !without.has(contactId);
  const isWanted = (record: CallRecord) => isLongEnough(record) && isLeftIn(record);

  async function page(of: UnpinnedCalls, number: number): Promise<readonly CallRecord[]> {
    needCalls();
    budget.take();
    const sort = naturalSort(of.criteria) ?? DEFAULT_SORT;
    const list = { ...of, sort, page: number, pageSize: MAX_PAGE_SIZE };
    return (await reader.page(list, asking)).records;
  }

  const rankedOf = (of: UnpinnedCalls, total: number) =>
    createRankedCalls(of, total, { count: find, page });

  function inRoom<T>(pages: number, read: () => Promise<T>): Promise<T> {
    const { readerName = "", signal } = asking;
    return readings.run({ reader: readerName, bytes: PAGE_BYTES * pages, signal }, read);
  }

  function drawn(
    ranked: RankedCalls,
    whose: string,
    onFound?: () => void,
    mostRanks?: number,
  ): Promise<readonly CallRecord[] | undefined> {
    const { calls, seed } = wanted;
    const chance = createChance(seed, whose);
    const pages = Math.min(calls, Math.ceil(ranked.total / MAX_PAGE_SIZE));
    return inRoom(pages, () => drawCalls(ranked, chance, { calls, isWanted, mostRanks, onFound }));
  }

  function longEnough(of: UnpinnedCalls): UnpinnedCalls | undefined {
    const criteria = withLeastTalk(of.criteria, leastTalk);
    return criteria && { ...of, criteria };
  }

  return {
    count,
    newest: (of) => page(of, 1),
    async countLongEnough(of) {
      const long = longEnough(of);
      return long === undefined ? 0 : orTooMany(() => find(long));
    },
    async readAll(of, among) {
      const long = longEnough(of);
      if (long === undefined) return [];
      const ranks = Array.from({ length: among }, (_unused, rank) => rank);
      const pages = Math.ceil(among / MAX_PAGE_SIZE);
      const found = await inRoom(pages, () => rankedOf(long, among).at(ranks));
      return found.filter((record) => record !== undefined);
    },
    async drawRead(records, whose) {
      const { calls, seed } = wanted;
      const ranked = {
        total: records.length,
        at: async (ranks: readonly number[]) => ranks.map((rank) => records[rank]),
      };
      const some = await drawCalls(ranked, createChance(seed, whose), { calls, isWanted });
      return { calls: some ?? [], among: records.length };
    },
    async draw(of, whose, onFound) {
      const long = longEnough(of);
      if (long === undefined) return { calls: [], among: 0 };
      const exact = await orTooMany(async () => {
        const among = await find(long);
        return { calls: (await drawn(rankedOf(long, among), whose, onFound)) ?? [], among };
      });
      if (exact !== undefined) return exact;
      const calls =
        leastTalk === 0
          ? undefined
          : await drawn(
              rankedOf(of, await count(of)),
              whose,
              onFound,
              LOOKED_FOR_ONE * wanted.calls,
            );
      if (calls === undefined) throw tooMany();
      return { calls, among: null };
    },
  };
}

/** What is found; undefined where the calls are too many to be found. */
async function orTooMany<T>(find: () => Promise<T>): Promise<T | undefined> {
  try {
    return await find();
  } catch (error) {
    const isTooMuch = error instanceof BffError && error.code === "too_many_calls";
    if (isTooMuch || error instanceof BudgetSpent) return undefined;
    throw error;
  }
}

function tooMany(): BffError {
  return new BffError("too_many_calls", {
    field: "sample",
    detail: "The calls are too many for some of them to be found: narrow the time range.",
  });
}

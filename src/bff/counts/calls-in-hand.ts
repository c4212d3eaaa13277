import type { Asking, AskingFor, CallReader } from "#bff/calls/call-reader.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import type { AbsoluteRange } from "#contract/time/time-range.ts";
import type { CallSet } from "#contract/view/call-set.ts";
import { PAGE_SIZE } from "#contract/view/paging.ts";
import { DEFAULT_SORT, type Sort } from "#contract/view/sort.ts";

/** A call set that is asked about, and the ways to learn about it. */
export interface CallsInHand {
  readonly set: CallSet;
  /** How many there are. */
  readonly total: number;
  /** As of {@link CallReader.mayGrow}. */
  readonly mayGrow: boolean;
  /** As of {@link CallReader.mayGrow}, of a part of its range. */
  mayGrowWithin(range: AbsoluteRange): boolean;
  /** How many are in another set. @throws as {@link CallReader.count} */
  count(set: CallSet, how?: Partial<Pick<Asking, "purpose" | "most">>): Promise<number>;
  /**
   * How many there are, or are in another set, after all else that was heard here: by a call that
   * began since then. @throws likewise
   */
  recount(set?: CallSet): Promise<number>;
  /** One page of `set`. @throws as {@link CallReader.page} */
  page(page: number, options?: PageOptions): Promise<readonly CallRecord[]>;
  /** The newest calls where they need not be called for. */
  knownNewest(): readonly CallRecord[] | undefined;
  /** How many of the first `pages` pages need not be called for. */
  knownPages(pages: number): number;
}

interface PageOptions {
  readonly set?: CallSet;
  readonly sort?: Sort;
  readonly pageSize?: number;
  /** Told what the page weighs in memory. */
  readonly onRead?: (bytes: number) => void;
}

/** A set of `total` calls in the hand of whoever asks. */
export function callsInHand(
  reader: CallReader,
  set: CallSet,
  total: number,
  asking: AskingFor,
): CallsInHand {
  let heardAt = -Infinity;
  const onHeard = (at: number) => {
    heardAt = Math.max(heardAt, at);
  };
  const forFacets = { ...asking, purpose: "facets", onHeard } as const;
  const newestFirst = (page: number) => ({
    ...set,
    sort: DEFAULT_SORT,
    page,
    pageSize: PAGE_SIZE,
  });
  const known = (page: number) => reader.knownPage(newestFirst(page), asking.rights)?.records;
  return {
    set,
    total,
    mayGrow: reader.mayGrow(set),
    mayGrowWithin: (range) => reader.mayGrow({ ...set, range }),
    count: (other, how) => reader.count(other, { ...forFacets, ...how }),
    recount: (other = set) => reader.count(other, { ...forFacets, since: heardAt }),
    async page(page, options = {}) {
      const request = { ...newestFirst(page), ...options.set };
      const { sort = DEFAULT_SORT, pageSize = PAGE_SIZE } = options;
      const read = await reader.page({ ...request, sort, pageSize }, forFacets);
      options.onRead?.(read.bytes);
      return read.records;
    },
    knownNewest: () => known(1),
    knownPages: (pages) =>
      Array.from({ length: pages }, (_unused, index) => known(index + 1)).filter(Boolean).length,
  };
}

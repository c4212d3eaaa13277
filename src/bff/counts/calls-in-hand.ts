import type { CallRecord } from "#contract/record/call-record.ts";
import { PAGE_SIZE } from "#contract/view/paging.ts";
import { DEFAULT_SORT, type Sort } from "#contract/view/sort.ts";
import type { Asking, CallReader, CountFilter, Purpose } from "#bff/calls/call-reader.ts";

/** The calls that match a filter, and the ways to learn about them. */
export interface CallsInHand {
  readonly filter: CountFilter;
  /** How many there are. */
  readonly total: number;
  /** As of {@link CallReader.mayGrow}. */
  readonly mayGrow: boolean;
  /** How many match another filter. @throws as {@link CallReader.count} */
  count(filter: CountFilter, purpose?: Purpose): Promise<number>;
  /**
   * How many there are, or match another filter, after all else that was heard here: by a call that
   * began since then. @throws likewise
   */
  recount(filter?: CountFilter): Promise<number>;
  /** One page of `filter`'s. @throws as {@link CallReader.page} */
  page(page: number, options?: PageOptions): Promise<readonly CallRecord[]>;
  /** The newest calls where they need not be called for. */
  knownNewest(): readonly CallRecord[] | undefined;
  /** How many of the first `pages` pages need not be called for. */
  knownPages(pages: number): number;
}

interface PageOptions {
  readonly filter?: CountFilter;
  readonly sort?: Sort;
  readonly pageSize?: number;
}

export type AskingFor = Omit<Asking, "purpose" | "since" | "onHeard">;

/** The filter's calls, of which there are `total`, in the hand of whoever asks. */
export function callsInHand(
  reader: CallReader,
  filter: CountFilter,
  total: number,
  asking: AskingFor,
): CallsInHand {
  let heardAt = -Infinity;
  const onHeard = (at: number) => {
    heardAt = Math.max(heardAt, at);
  };
  const forFacets = { ...asking, purpose: "facets", onHeard } as const;
  const newestFirst = (page: number) => ({
    ...filter,
    sort: DEFAULT_SORT,
    page,
    pageSize: PAGE_SIZE,
  });
  const known = (page: number) => reader.knownPage(newestFirst(page), asking.rights)?.records;
  return {
    filter,
    total,
    mayGrow: reader.mayGrow(filter),
    count: (other, purpose = "facets") => reader.count(other, { ...forFacets, purpose }),
    recount: (other = filter) => reader.count(other, { ...forFacets, since: heardAt }),
    async page(page, options = {}) {
      const request = { ...newestFirst(page), ...options.filter };
      const { sort = DEFAULT_SORT, pageSize = PAGE_SIZE } = options;
      const read = await reader.page({ ...request, sort, pageSize }, forFacets);
      return read.records;
    },
    knownNewest: () => known(1),
    knownPages: (pages) =>
      Array.from({ length: pages }, (_unused, index) => known(index + 1)).filter(Boolean).length,
  };
}

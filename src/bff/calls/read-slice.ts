import type { RecordsPage } from "#bff/upstream/list-records.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import { MAX_PAGE, MAX_PAGE_SIZE } from "#contract/record/list-limits.ts";
import type { ListRequest } from "#contract/upstream/write-list-request.ts";
import type { UnpinnedCalls } from "#contract/view/call-set.ts";
import type { Sort } from "#contract/view/sort.ts";

/** What was read of a slice. */
export interface SliceRead {
  /** The upstream's own count of it, by its first page. */
  readonly total: number;
  /** There are more, which page numbers do not reach. */
  readonly isCut: boolean;
}

export interface SliceDeps {
  readonly page: (request: ListRequest) => Promise<RecordsPage>;
  readonly mayGrow: boolean;
  /** Pages that are read; absent: as far as page numbers reach. */
  readonly most?: number;
  /** Pages that are asked for at once where nothing comes late. */
  readonly ahead: number;
  /** Ids of calls that were written: they are not given again. */
  readonly seen: Set<string>;
}

/**
 * The calls of a slice, a page at once, each call once. Calls that come late push others on to the next page, where
 * they are met again. Where none can come any more, some pages are asked for at once; else each when the one before
 * is here, or what is pushed from a page that is read late to one that was read early would be on neither.
 */
export async function* readSlice(
  calls: UnpinnedCalls,
  sort: Sort,
  { page, mayGrow, most = MAX_PAGE, ahead, seen }: SliceDeps,
): AsyncGenerator<readonly CallRecord[], SliceRead> {
  const ask = (number: number) => page({ ...calls, sort, page: number, pageSize: MAX_PAGE_SIZE });
  const coming: Promise<RecordsPage>[] = [];
  let total = 0;
  let last = 1;
  for (let number = 1; ; number += 1) {
    const answer = await (coming.shift() ?? ask(number));
    if (number === 1) {
      total = answer.total ?? 0;
      last = Math.ceil(total / MAX_PAGE_SIZE);
    }
    for (let next = number + coming.length + 1; isAhead(next); next += 1) {
      const further = ask(next);
      // Whoever leaves does not wait for it.
      further.catch(() => undefined);
      coming.push(further);
    }
    yield answer.records.filter(isNew);
    const isFull = answer.records.length === MAX_PAGE_SIZE;
    const isEnd = !isFull || (!mayGrow && number >= last);
    if (isEnd || number === most) return { total, isCut: !isEnd };
  }

  function isAhead(number: number): boolean {
    return !mayGrow && coming.length < ahead && number <= Math.min(last, most);
  }
  function isNew({ contactId }: CallRecord): boolean {
    // One without an id cannot be told from another.
    if (contactId === undefined) return true;
    return seen.size < seen.add(contactId).size;
  }
}

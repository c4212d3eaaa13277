import type { AskingFor, CallReader } from "#bff/calls/call-reader.ts";
import { pagesInOrder } from "#bff/calls/pages-in-order.ts";
import { readSlice } from "#bff/calls/read-slice.ts";
import { MOST_CALLERS, MOST_READ, type RepeatLine } from "#contract/api/repeat.ts";
import { MAX_PAGE, MAX_PAGE_SIZE } from "#contract/record/list-limits.ts";
import type { UnpinnedCalls } from "#contract/view/call-set.ts";
import { naturalSort } from "#contract/view/natural-sort.ts";
import { DEFAULT_SORT } from "#contract/view/sort.ts";
import { createCallsByCaller } from "./repeat-callers.ts";

export interface RepeatDeps {
  readonly reader: CallReader;
  readonly asking: AskingFor;
  readonly tell: (line: RepeatLine) => void;
  /** Told how many callers there are before any is. */
  readonly onFound: (callers: number) => Promise<void>;
}

/** Pages that are read at once, where none can change. */
const PAGES_AHEAD = 4;

/**
 * The customers of a set whose calls followed each other within so long, from the records of all its calls. Where
 * these are more than page numbers reach, none is told, and how far back they would reach.
 */
export async function findRepeated(
  set: UnpinnedCalls,
  withinMs: number,
  { reader, asking: given, tell, onFound }: RepeatDeps,
): Promise<void> {
  const asking = { ...given, purpose: "facets" } as const;
  const sort = naturalSort(set.criteria) ?? DEFAULT_SORT;
  const total = await reader.count(set, asking);
  if (total > MOST_READ) {
    const reachFrom = sort === DEFAULT_SORT ? await reachOf() : null;
    await onFound(0);
    return tell({ total, read: 0, withheld: 0, callers: 0, reachFrom });
  }
  // An upstream that contradicts itself is asked once more, a page after the other.
  let found = await readAll(reader.mayGrow(set));
  if (found.read < total) found = await readAll(true, performance.now());
  const callers = found.calls.repeated(withinMs);
  await onFound(callers.length);
  for (const caller of callers.slice(0, MOST_CALLERS)) tell(caller);
  tell({
    total: Math.max(total, found.read),
    read: found.read,
    withheld: found.calls.withheld(),
    callers: callers.length,
  });

  async function readAll(mayGrow: boolean, from?: number) {
    const calls = createCallsByCaller();
    const page = pagesInOrder(reader, asking, mayGrow, from);
    const pages = readSlice(set, sort, { page, mayGrow, ahead: PAGES_AHEAD, seen: new Set() });
    let read = 0;
    for await (const records of pages) {
      for (const record of records) calls.add(record);
      read += records.length;
      tell({ read, of: Math.max(read, total) });
    }
    return { calls, read };
  }

  /** Since when there are no more calls than can be read, by the last that page numbers reach. */
  async function reachOf(): Promise<number | null> {
    const last = { ...set, sort, page: MAX_PAGE, pageSize: MAX_PAGE_SIZE };
    const startTime = (await reader.page(last, asking)).records.at(-1)?.startTime;
    return startTime === undefined ? null : startTime + 1;
  }
}

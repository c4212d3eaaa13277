import type { AskOf } from "#contract/api/asks.ts";
import type { PersonKey } from "#contract/filter/filters.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import { MAX_PAGE, MAX_REACHABLE } from "#contract/record/list-limits.ts";
import { naturalSort } from "#contract/view/natural-sort.ts";
import { PAGE_SIZE } from "#contract/view/paging.ts";
import { DEFAULT_SORT, type Sort } from "#contract/view/sort.ts";
import type { CallsInHand } from "./calls-in-hand.ts";
import { MOST_PEOPLE_CALLS } from "./choose-plan.ts";
import { countPeople, MOST_PEOPLE_TOLD } from "./count-people.ts";
import { tallyFacet } from "./facet-values.ts";
import type { Tell } from "./lines.ts";
import { isByDuration, readAll } from "./read-all.ts";
import type { Reading } from "./reading.ts";
import { slimRecord, SLIM_PAGES } from "./slim-record.ts";

const OLDEST_FIRST: Sort = { ...DEFAULT_SORT, order: "ASC" };

/**
 * Whom the calls name. As far as page numbers reach all of them are read, for what figures take: to ask for each
 * person would cost more. Beyond that some are, on pages far from each other, from either end.
 */
export async function probePeople(
  calls: CallsInHand,
  asked: AskOf<"people">,
  { run }: Pick<Reading, "run">,
  tell: Tell,
): Promise<void> {
  const { total, set } = calls;
  const { key } = asked;
  const chosen = set.criteria[key];
  if (chosen === undefined && total <= MAX_REACHABLE && !isByDuration(calls)) {
    const read = await run(Math.ceil(total / PAGE_SIZE) / SLIM_PAGES, () =>
      readSlim(calls, key, tell),
    );
    if (read !== undefined) return countPeople(read, set.criteria, asked, tell);
  }
  if (chosen !== undefined) tell({ person: chosen });
  else
    for (const { value, name } of tallyFacet(await someOf(calls), key).slice(0, MOST_PEOPLE_TOLD))
      tell({ person: value, ...(name !== undefined && { name }) });
  tell({ end: true, total, plan: "probes", complete: chosen !== undefined });
}

/** All of the calls, with how far that has come. */
function readSlim(calls: CallsInHand, key: PersonKey, tell: Tell) {
  const pages = Math.ceil(calls.total / PAGE_SIZE);
  let read = 0;
  tell({ read, of: pages });
  const onRead = () => {
    read += 1;
    tell({ read, of: pages });
  };
  return readAll(calls, pages, onRead, slimRecord(key));
}

async function someOf(calls: CallsInHand): Promise<readonly CallRecord[]> {
  const order = naturalSort(calls.set.criteria);
  // By a duration a page in the middle is a search.
  if (order !== undefined) return calls.page(1, { sort: order });
  const pages = Math.ceil(calls.total / PAGE_SIZE);
  const sorts = pages > MAX_PAGE ? [DEFAULT_SORT, OLDEST_FIRST] : [DEFAULT_SORT];
  const reach = Math.min(pages, MAX_PAGE);
  const each = Math.min(reach, MOST_PEOPLE_CALLS / sorts.length);
  const read = await Promise.all(
    sorts.flatMap((sort) =>
      Array.from({ length: each }, (_unused, index) =>
        calls.page(1 + Math.round((index * (reach - 1)) / Math.max(1, each - 1)), { sort }),
      ),
    ),
  );
  return read.flat();
}

import type { AskOf } from "#contract/api/counts.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import { MAX_PAGE } from "#contract/record/list-limits.ts";
import { naturalSort } from "#contract/view/natural-sort.ts";
import { PAGE_SIZE } from "#contract/view/paging.ts";
import { DEFAULT_SORT, type Sort } from "#contract/view/sort.ts";
import type { CallsInHand } from "./calls-in-hand.ts";
import { MOST_PEOPLE_CALLS } from "./choose-plan.ts";
import { MOST_PEOPLE_TOLD } from "./count-people.ts";
import { tallyFacet } from "./facet-values.ts";
import type { Tell } from "./lines.ts";

const OLDEST_FIRST: Sort = { ...DEFAULT_SORT, order: "ASC" };

/** Whom some of the calls name, where all are too many to be read: pages far from each other, from either end. */
export async function probePeople(
  calls: CallsInHand,
  { key }: AskOf<"people">,
  tell: Tell,
): Promise<void> {
  const { total, set } = calls;
  const chosen = set.criteria[key];
  if (chosen !== undefined) tell({ person: chosen });
  else
    for (const { value, name } of tallyFacet(await someOf(calls), key).slice(0, MOST_PEOPLE_TOLD))
      tell({ person: value, ...(name !== undefined && { name }) });
  tell({ end: true, total, plan: "probes", complete: chosen !== undefined });
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

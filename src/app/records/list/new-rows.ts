import type { CallList } from "#contract/view/call-set.ts";
import { rowAt, type RowMap } from "./row-map.ts";

/** Whether two lists answer the same question, of which only the pin may differ. */
export function isSameQuestion(one: CallList, other: CallList): boolean {
  const questionOf = ({ calls, sort }: CallList) =>
    JSON.stringify([calls.instance, calls.range.from, calls.criteria, sort]);
  return questionOf(one) === questionOf(other);
}

/**
 * The calls, by id, that stand at the top of a list among and above those that an earlier reading of it
 * had. What is below all of these may have been there, only unread.
 */
export function newRows(before: RowMap, after: RowMap): ReadonlySet<string> {
  const known = new Set<string | undefined>();
  for (const { pages } of before.stretches)
    for (const { rows } of pages.values()) for (const row of rows) known.add(row.contactId);
  const top: string[] = [];
  for (let at = 0, row = rowAt(after, 0); row !== undefined; row = rowAt(after, (at += 1)))
    if (row.contactId !== undefined) top.push(row.contactId);
  const lastKnown = top.findLastIndex((id) => known.has(id));
  const reach = lastKnown < 0 ? top : top.slice(0, lastKnown);
  return new Set(reach.filter((id) => !known.has(id)));
}

import type { AskOf, RankedField } from "#contract/api/asks.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import { spentSeconds } from "#contract/record/spent-seconds.ts";
import type { WeekHours } from "#contract/time/week-hours.ts";
import type { Tell } from "./lines.ts";

/** When a call began, ms, and the seconds that it spent in what was asked for. */
export interface StartedCall {
  readonly at: number;
  readonly spent: number;
}

export function startedCalls(
  records: readonly CallRecord[],
  field: RankedField | undefined,
): readonly StartedCall[] {
  return records.flatMap((record) => {
    const { startTime: at } = record;
    const spent = field === undefined ? 0 : spentSeconds(record, field);
    return at === undefined || (field !== undefined && spent <= 0) ? [] : [{ at, spent }];
  });
}

/** Answers from the records themselves, all of those that match being here. */
export function countHours(
  records: readonly CallRecord[],
  { field }: AskOf<"hours">,
  hours: WeekHours,
  tell: Tell,
): void {
  tellHours(startedCalls(records, field), field !== undefined, hours, tell);
  tell({ end: true, total: records.length, plan: "pages" });
}

/** Tells the hours that have calls. */
export function tellHours(
  calls: readonly StartedCall[],
  isSpentTold: boolean,
  { edges }: WeekHours,
  tell: Tell,
): void {
  const spent = new Map<number, number[]>();
  let bucket = 0;
  for (const call of calls.toSorted((a, b) => a.at - b.at)) {
    // One that is named by its id may be of any time.
    if (call.at < (edges[0] ?? 0) || call.at >= (edges.at(-1) ?? 0)) continue;
    while (bucket < edges.length - 1 && call.at >= (edges[bucket + 1] ?? Infinity)) bucket += 1;
    spent.set(bucket, [...(spent.get(bucket) ?? []), call.spent]);
  }
  for (const [of, seconds] of spent)
    tell({ bucket: of, count: seconds.length, ...(isSpentTold && { lasted: seconds }) });
}

import { queryOptions, type QueryClient } from "@tanstack/react-query";
import { getRecords } from "#app/api/get-records.ts";
import type { Criteria } from "#contract/filter/filters.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import { DAY_MS } from "#contract/time/durations.ts";
import type { AbsoluteRange } from "#contract/time/time-range.ts";
import { PAGE_SIZE } from "#contract/view/paging.ts";
import { DEFAULT_SORT } from "#contract/view/sort.ts";

/** The days before and after a call that its story is told of. */
export const STORY_DAYS = ["7", "30"] as const;
export type StoryDays = (typeof STORY_DAYS)[number];

/** As far around a call as there can be calls that are kept. */
export function storyRange(
  startTime: number,
  days: StoryDays,
  { asOf, retentionDays }: { readonly asOf: number; readonly retentionDays: number },
): AbsoluteRange {
  const spanMs = Number(days) * DAY_MS;
  const from = Math.max(startTime - spanMs, asOf - retentionDays * DAY_MS);
  const to = Math.min(startTime + spanMs, asOf);
  // A link may be of a call that is older than what is kept, or newer than the results.
  return { from: Math.min(from, startTime), to: Math.max(to, startTime) };
}

/** The key of all that was asked for a call's story. */
const storyKey = (instance: string, contactId: string | undefined) =>
  ["story", instance, contactId] as const;

/** Whether a call's story was asked for a moment ago: whoever comes back to the call finds it open. */
export function isStoryKept(client: QueryClient, instance: string, { contactId }: CallRecord) {
  return (
    client.getQueryCache().find({ queryKey: storyKey(instance, contactId), exact: false }) !==
    undefined
  );
}

/**
 * The calls of one customer in a range around a call: one call upstream. A sealed token of the number may
 * take the place of the criteria for who may not search by number.
 */
export function storyQuery(
  instance: string,
  { contactId }: CallRecord,
  range: AbsoluteRange,
  criteria: Criteria,
) {
  return queryOptions({
    queryKey: [...storyKey(instance, contactId), range, criteria],
    queryFn: ({ signal, client }) =>
      getRecords(
        client,
        { instance, range, criteria },
        DEFAULT_SORT,
        { page: 1, size: PAGE_SIZE },
        signal,
      ),
    staleTime: 60_000,
  });
}

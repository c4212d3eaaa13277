import { queryOptions, type QueryClient } from "@tanstack/react-query";
import { askLinks, sealedCriteria } from "#app/api/ask-links.ts";
import { getRecords } from "#app/api/get-records.ts";
import type { NumberOfCall } from "#app/view/actions/cell-action.ts";
import { withinInstance } from "#contract/api/scope.ts";
import type { Session } from "#contract/api/session.ts";
import { withCriterion } from "#contract/filter/criteria.ts";
import { FILTERS, type Criteria } from "#contract/filter/filters.ts";
import { PHONE_KEYS } from "#contract/filter/sealed-number.ts";
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

/** Whose calls are wanted: by criteria that hold a number, or by the number of the call itself, unknown to the reader. */
export type Customer = { readonly criteria: Criteria } | { readonly ofCall: NumberOfCall };

/** What a story is told from. */
export interface StoryReply {
  /** Each once, though it may be of two groups. */
  readonly records: readonly CallRecord[];
  /** Whether there are more. */
  readonly isCut: boolean;
}

/** Of more groups it is not told: each costs a call upstream, or one for each side. */
const MOST_PEOPLE = 8;

/** Whose calls a story is told of, where its reader may not see all: groups or agents of theirs. */
export function storyPeople(scope: Session["scope"], instance: string) {
  const people = scope === null ? [] : withinInstance(scope.people, instance);
  return { told: people.slice(0, MOST_PEOPLE), areAll: people.length <= MOST_PEOPLE };
}

/**
 * The calls of one customer in a range around a call: one call upstream, or one for each side; so many for
 * each of the groups or agents that bound the reader, since the upstream filters by one of them at a time.
 */
export function storyQuery(
  instance: string,
  { contactId }: CallRecord,
  range: AbsoluteRange,
  customer: Customer,
  scope: Session["scope"],
) {
  return queryOptions({
    queryKey: [...storyKey(instance, contactId), range, customer, scope],
    queryFn: async ({ signal, client }): Promise<StoryReply> => {
      const sides = await criteriaOf(client, instance, customer, signal);
      const asked =
        scope === null
          ? sides
          : storyPeople(scope, instance).told.flatMap(({ id }) =>
              sides.map((criteria) => withCriterion(criteria, scope.filter, id)),
            );
      const page = { page: 1, size: PAGE_SIZE };
      const replies = await Promise.all(
        asked.map((criteria) =>
          getRecords(client, { instance, range, criteria }, DEFAULT_SORT, page, signal),
        ),
      );
      const found = replies.flatMap(({ records }) => records);
      return {
        records: [...new Map(found.map((record) => [record.contactId, record])).values()],
        isCut: replies.some(({ records, total }) => total !== null && total > records.length),
      };
    },
    staleTime: 60_000,
  });
}

/** The criteria that find a customer's calls, as an address may have them. */
async function criteriaOf(
  client: QueryClient,
  instance: string,
  customer: Customer,
  signal: AbortSignal,
): Promise<readonly Criteria[]> {
  if ("criteria" in customer)
    return [await sealedCriteria(client, instance, customer.criteria, signal)];
  const { contactId, side } = customer.ofCall;
  const { numbers } = await askLinks(client, { instance, contactId, side }, signal);
  return PHONE_KEYS.flatMap((key): Criteria[] => {
    const token = numbers[FILTERS[key].url]?.token;
    return token === undefined ? [] : [{ [key]: token }];
  });
}

import { queryOptions, type QueryClient } from "@tanstack/react-query";
import type { CallRecord } from "#contract/call-record.ts";
import { recordReplySchema } from "#contract/replies.ts";
import { getJson } from "#app/api/get-json.ts";
import { RECORDS_KEY } from "#app/api/query-keys.ts";

function recordPath(instance: string, contactId: string): string {
  return `/api/records/${encodeURIComponent(contactId)}?${new URLSearchParams({ instance })}`;
}

/** One call record by its id, whatever page it is on: one call upstream. */
export function recordQuery(instance: string, contactId: string) {
  return queryOptions({
    queryKey: ["record", instance, contactId],
    queryFn: ({ signal }) => getJson(recordPath(instance, contactId), recordReplySchema, signal),
    // A recording becomes ready and a survey is answered after the row was read.
    staleTime: 30_000,
  });
}

/** The record as a page on screen already has it, so that the drawer opens filled. */
export function knownRecord(
  queryClient: QueryClient,
  instance: string,
  contactId: string,
): CallRecord | undefined {
  const pages = queryClient.getQueriesData<{ records: readonly CallRecord[] }>({
    queryKey: [RECORDS_KEY],
  });
  for (const [, page] of pages) {
    const found = page?.records.find(
      (record) => record.contactId === contactId && record.instanceId === instance,
    );
    if (found !== undefined) return found;
  }
  return undefined;
}

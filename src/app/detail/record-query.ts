import { queryOptions } from "@tanstack/react-query";
import { recordReplySchema } from "#contract/api/replies.ts";
import { spend } from "#app/api/upstream-budget.ts";
import { getJson } from "#app/api/get-json.ts";

function recordPath(instance: string, contactId: string): string {
  return `/api/records/${encodeURIComponent(contactId)}?${new URLSearchParams({ instance })}`;
}

/** One call record by its id, whatever page it is on: one call upstream. */
export function recordQuery(instance: string, contactId: string) {
  return queryOptions({
    queryKey: ["record", instance, contactId],
    async queryFn({ signal }) {
      const reply = await getJson(recordPath(instance, contactId), recordReplySchema, signal);
      spend(reply.spent);
      return reply;
    },
    // A recording becomes ready and a survey is answered after the row was read.
    staleTime: 30_000,
  });
}

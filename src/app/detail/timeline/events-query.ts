import { queryOptions } from "@tanstack/react-query";
import { getJson } from "#app/api/get-json.ts";
import { spend } from "#app/api/upstream-budget.ts";
import { eventsPath, eventsReplySchema } from "#contract/api/events.ts";

/** What happened in one call: one call upstream, and a second for a reader who may not see all calls. */
export function eventsQuery(instance: string, contactId: string) {
  return queryOptions({
    queryKey: ["events", instance, contactId],
    async queryFn({ signal, client }) {
      const reply = await getJson(eventsPath({ contactId, instance }), eventsReplySchema, signal);
      spend(client, instance, reply.spent);
      return reply;
    },
    // As long as that of the record: a call may be going on.
    staleTime: 30_000,
  });
}

import { queryOptions } from "@tanstack/react-query";
import { recordPath, recordReplySchema } from "#contract/api/record.ts";
import { getJson } from "./get-json.ts";
import { learnNamesOfRecords } from "./known-names.ts";
import { spend } from "./upstream-budget.ts";

/** One call record by its id, whatever page it is on: one call upstream. */
export function recordQuery(instance: string, contactId: string) {
  return queryOptions({
    queryKey: ["record", instance, contactId],
    async queryFn({ signal, client }) {
      const path = recordPath({ contactId, instance });
      const reply = await getJson(path, recordReplySchema, signal);
      spend(client, instance, reply.spent);
      learnNamesOfRecords(client, instance, [reply.record]);
      return reply;
    },
    // A recording becomes ready and a survey is answered after the row was read.
    staleTime: 30_000,
  });
}

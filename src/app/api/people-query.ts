import { queryOptions } from "@tanstack/react-query";
import { peoplePath, peopleReplySchema, type PeopleRequest } from "#contract/api/people.ts";
import { MINUTE_MS } from "#contract/time/durations.ts";
import { getJson } from "./get-json.ts";
import { learnNames } from "./known-names.ts";
import { spend } from "./upstream-budget.ts";

/** Agents come and go by the day, not by the minute. */
const FRESH_MS = 5 * MINUTE_MS;

/** Agents or skill groups by a part of their name. While one types, what was found before stays. */
export function peopleQuery({ instance, kind, q }: PeopleRequest & { instance: string }) {
  const asked = { instance, kind, q: q.trim() };
  return queryOptions({
    queryKey: ["people", asked] as const,
    async queryFn({ signal, client }) {
      const reply = await getJson(peoplePath(asked), peopleReplySchema, signal);
      spend(client, asked.instance, reply.spent);
      learnNames(client, asked.instance, asked.kind, reply.people);
      return reply;
    },
    staleTime: FRESH_MS,
    placeholderData(previous, query) {
      const before = query?.queryKey[1];
      // Agents in place of groups, or those of another instance, would be wrong.
      return before?.kind === kind && before.instance === instance ? previous : undefined;
    },
  });
}

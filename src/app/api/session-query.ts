import { queryOptions } from "@tanstack/react-query";
import { sessionSchema } from "#contract/replies.ts";
import { getJson } from "./get-json.ts";

/** Who is looking and what they may look at. It does not change while a tab is open. */
export function sessionQuery() {
  return queryOptions({
    queryKey: ["session"],
    queryFn: ({ signal }) => getJson("/api/session", sessionSchema, signal),
    staleTime: Infinity,
  });
}

import { queryOptions } from "@tanstack/react-query";
import { TEAM_VIEWS_ROUTE, teamViewsReplySchema } from "#contract/api/team-views.ts";
import { MINUTE_MS } from "#contract/time/durations.ts";
import { getJson } from "./get-json.ts";

/** The views that whoever runs the server hands to everyone. */
export function teamViewsQuery() {
  return queryOptions({
    queryKey: ["team-views"],
    queryFn: ({ signal }) => getJson(TEAM_VIEWS_ROUTE, teamViewsReplySchema, signal),
    staleTime: MINUTE_MS,
  });
}

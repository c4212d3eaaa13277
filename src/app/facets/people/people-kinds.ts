import type { PeopleKey } from "./recent-people.ts";

/** What `/api/people` calls those that a filter is about. */
export const PEOPLE_KINDS = {
  agentId: "agent",
  skillGroupId: "skill-group",
} as const satisfies Record<PeopleKey, string>;

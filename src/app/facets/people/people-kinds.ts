import type { PeopleKind } from "#contract/people.ts";
import type { PeopleKey } from "./recent-people.ts";

/** What `/api/people` calls those that a filter is about. */
export const KIND_OF = {
  agentId: "agent",
  skillGroupId: "skill-group",
} as const satisfies Record<PeopleKey, PeopleKind>;

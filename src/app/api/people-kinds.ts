import type { FilterKeyOf } from "#contract/filter/filters.ts";
import type { PeopleKind } from "#contract/api/people.ts";

/** The filters that are about people or groups, whose values are ids. */
export type PeopleKey = FilterKeyOf<"person">;

/** What `/api/people` calls those that a filter is about. */
export const KIND_OF = {
  agentId: "agent",
  skillGroupId: "skill-group",
} as const satisfies Record<PeopleKey, PeopleKind>;

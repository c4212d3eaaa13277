import type { ApiError } from "#app/api/api-error.ts";
import type { ViewChange } from "#app/view/change-view.ts";
import type { Session } from "#contract/api/session.ts";
import { activeCriteria, withCriterion } from "#contract/filter/criteria.ts";
import { isKind } from "#contract/filter/filters.ts";
import type { View } from "#contract/view/view.ts";

/** What a reader may look at instead of what they were refused: the same view without what they may not. */
export interface WayPast {
  /** A text of `rights.ways`. */
  readonly words: "withoutNumber" | "ownCalls" | "ownInstance";
  readonly change: ViewChange;
}

/** Undefined: there is none. */
export function wayPastRefusal(
  { code, problem }: ApiError,
  { criteria }: Pick<View, "criteria">,
  { scope, instances }: Pick<Session, "scope" | "instances">,
): WayPast | undefined {
  if (code === "instance_forbidden" && instances.length > 0)
    return { words: "ownInstance", change: { instance: undefined, record: undefined } };
  if (code === "calls_forbidden" && scope !== null)
    return {
      words: "ownCalls",
      change: { criteria: withCriterion(criteria, scope.filter, undefined) },
    };
  if (code !== "right_missing" || problem.right !== "searchByNumber") return undefined;
  const others = activeCriteria(criteria).filter((key) => !isKind(key, "phone"));
  return {
    words: "withoutNumber",
    change: { criteria: Object.fromEntries(others.map((key) => [key, criteria[key]])) },
  };
}

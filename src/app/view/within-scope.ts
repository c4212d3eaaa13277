import { withinInstance } from "#contract/api/scope.ts";
import type { Session } from "#contract/api/session.ts";
import { overridingCriterion, withCriterion } from "#contract/filter/criteria.ts";
import type { Criteria } from "#contract/filter/filters.ts";
import type { View } from "#contract/view/view.ts";

/**
 * The criteria with one of the reader's own groups or agents among them, the same that the server fills
 * in; one that another instance has makes way for one of this. What is not the reader's stays: the server
 * refuses it, and says so.
 */
export function withinScope(
  criteria: Criteria,
  instance: string | undefined,
  { scope }: Pick<Session, "scope">,
): Criteria {
  if (scope === null || overridingCriterion(criteria) !== undefined) return criteria;
  const named = criteria[scope.filter];
  const here = withinInstance(scope.people, instance);
  const has = (people: typeof here) => people.some(({ id }) => id === named);
  const isElsewhere = has(scope.people) && !has(here);
  if (named !== undefined && !isElsewhere) return criteria;
  return withCriterion(criteria, scope.filter, here[0]?.id);
}

/** A view as its reader looks at it, by {@link withinScope}. */
export function ownView(view: View, session: Session): View {
  const instance = view.instance ?? session.instances[0]?.id;
  const criteria = withinScope(view.criteria, instance, session);
  return criteria === view.criteria ? view : { ...view, criteria };
}

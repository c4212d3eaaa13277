import type { KnownNumbers } from "#app/api/known-numbers.ts";
import { instanceOf, withTokens } from "#app/view/addressed-view.ts";
import { ownView } from "#app/view/within-scope.ts";
import type { Session } from "#contract/api/session.ts";
import { clearNumbers } from "#contract/filter/sealed-number.ts";
import { readView, viewSearch } from "#contract/view/view-codec.ts";
import { DEFAULT_VIEW, type View } from "#contract/view/view.ts";
import type { RuleState } from "./rule-state.ts";
import type { WatchRule } from "./watch-rules.ts";
import { callsOf } from "./watched-figure.ts";

/** Instance and criteria of a view, as a rule keeps them; undefined where they have a number that is not sealed. */
export function ruleViewOf({ criteria }: View, instance: string | undefined): string | undefined {
  if (clearNumbers(criteria).length > 0) return undefined;
  return viewSearch({ ...DEFAULT_VIEW, ...(instance !== undefined && { instance }), criteria });
}

/** The view of a rule, as its reader looks at it. */
export function viewOfRule({ view }: WatchRule, session: Session, known: KnownNumbers) {
  const linked = readView(new URLSearchParams(view)).view;
  const own = withTokens(ownView(linked, session), session, known);
  return { view: own, instance: instanceOf(own, session) };
}

/** The link to the calls that a rule was checked by; undefined before that. */
export function callsSearchOf(
  rule: WatchRule,
  { range }: RuleState,
  session: Session,
  known: KnownNumbers,
): string | undefined {
  const { view } = viewOfRule(rule, session, known);
  const criteria = callsOf(rule, view.criteria);
  if (range === undefined || criteria === undefined) return undefined;
  return viewSearch({ ...view, time: range, criteria });
}

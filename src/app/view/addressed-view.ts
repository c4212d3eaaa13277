import type { QueryClient } from "@tanstack/react-query";
import { knownNumbers, tokenOf, withNumbers, type KnownNumbers } from "#app/api/known-numbers.ts";
import type { Session } from "#contract/api/session.ts";
import { sealedNumbers } from "#contract/filter/sealed-number.ts";
import { readView } from "#contract/view/view-codec.ts";
import type { View } from "#contract/view/view.ts";
import { locationSearch } from "./location-store.ts";
import { ownView } from "./within-scope.ts";

/** The instance that a view is of; undefined: there is none. */
export const instanceOf = (view: View, session: Session) =>
  view.instance ?? session.instances[0]?.id;

/** A view with tokens for numbers, as far as they are known, and without those that do not open. */
export function withTokens(view: View, session: Session, known: KnownNumbers): View {
  const criteria = withNumbers(known, instanceOf(view, session), view.criteria, tokenOf);
  return criteria === view.criteria ? view : { ...view, criteria };
}

/** The view of the address as it is by now, as its reader looks at it. */
export function addressedView(session: Session, client: QueryClient): View {
  const { view } = readView(new URLSearchParams(locationSearch()));
  return withTokens(ownView(view, session), session, knownNumbers(client));
}

/**
 * A token opens in one instance: a link with one names it, and in another instance there are numbers to be
 * sealed for that, as far as they are known.
 */
export function inItsInstance(
  view: View,
  before: View,
  session: Session,
  known: KnownNumbers,
): View {
  const of = instanceOf(before, session);
  const instance = instanceOf(view, session);
  if (instance === undefined || sealedNumbers(view.criteria).length === 0) return view;
  if (instance === of) return { ...view, instance };
  return { ...view, criteria: withNumbers(known, of, view.criteria, (told) => told?.number) };
}

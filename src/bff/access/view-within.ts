import { BffError } from "#bff/http/bff-error.ts";
import { hasRight } from "#contract/api/rights.ts";
import { activeCriteria, overridingCriterion, withCriterion } from "#contract/filter/criteria.ts";
import { FILTERS, isKind, type Criteria, type CriterionKey } from "#contract/filter/filters.ts";
import { isSealed } from "#contract/filter/sealed-number.ts";
import type { View } from "#contract/view/view.ts";
import type { ReaderInstances } from "./instance-directory.ts";
import type { NumberSeals } from "./links/number-seals.ts";
import { openNumbers } from "./open-numbers.ts";
import { idsWithin, scopeOf } from "./own-scope.ts";
import type { Reader } from "./reader.ts";
import { shownTo } from "./shown-to.ts";

/** The calls that a view means, all of which a reader may ask about. */
export interface ViewWithin {
  readonly instance: string;
  /** A reader with a scope always has one of their groups or agents here, or one call by its id. */
  readonly criteria: Criteria;
  /** The same as a link has them: numbers that came sealed are. */
  readonly linked: Criteria;
}

/**
 * What a view means to a reader: what it leaves open is filled in, what is sealed is opened, what is not theirs
 * is refused, the same whether or not there is such a thing.
 *
 * @throws BffError `instance_forbidden`; as {@link refuseBeyond}, {@link openNumbers}
 */
export async function viewWithin(
  view: Pick<View, "instance" | "criteria">,
  reader: Reader,
  instances: ReaderInstances,
  seals: NumberSeals,
): Promise<ViewWithin> {
  refuseBeyond(view, reader);
  const instance = await instances.pick(view.instance);
  const linked = withinScope(view.criteria, reader, instance);
  return { instance, linked, criteria: await openNumbers(linked, instance, reader, seals) };
}

/** The criteria with one of the groups or agents among them that bound the reader. */
function withinScope(criteria: Criteria, reader: Reader, instance: string): Criteria {
  const scope = scopeOf(reader);
  // A call by its id is looked at when it has come: it may be of any of theirs.
  const isOpen =
    scope !== undefined &&
    criteria[scope.filter] === undefined &&
    overridingCriterion(criteria) === undefined;
  if (!isOpen) return criteria;
  const [first] = idsWithin(scope, instance);
  return withCriterion(criteria, scope.filter, first);
}

/**
 * Refuses what is not a reader's to ask, by the view alone: of a sealed number it is not known before it is open.
 *
 * @throws BffError `right_missing`, `calls_forbidden`
 */
export function refuseBeyond({ criteria }: Pick<View, "criteria">, reader: Reader): void {
  for (const key of activeCriteria(criteria)) {
    if (isKind(key, "phone") && isSealed(criteria[key] ?? "")) continue;
    refuseNumber(key, [criteria[key] ?? []].flat(), reader, FILTERS[key].url);
  }
  const scope = scopeOf(reader);
  const named = scope && criteria[scope.filter];
  if (scope !== undefined && named !== undefined && !scope.ids.includes(named))
    throw new BffError("calls_forbidden", { field: FILTERS[scope.filter].url });
}

/**
 * Refuses to count or to filter by a number, or by words in which the reader sees one masked: of what is
 * hidden there are 10,000 at most, and counts would soon tell which it is.
 *
 * @param field what to blame
 * @throws BffError `right_missing`
 */
export function refuseNumber(
  key: CriterionKey,
  values: readonly string[],
  reader: Reader,
  field: string,
): void {
  if (hasRight(reader.rights, "searchByNumber")) return;
  // An id is shown as it is.
  const isId = isKind(key, "person") || isKind(key, "text");
  const shown = shownTo(reader);
  const isMasked = !isId && values.some((value) => shown.text(value) !== value);
  if (isKind(key, "phone") || isMasked)
    throw new BffError("right_missing", { right: "searchByNumber", field });
}

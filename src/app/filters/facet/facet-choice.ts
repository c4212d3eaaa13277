import { withValues, withCriterion } from "#contract/filter/criteria.ts";
import { exclusionOf, type Exclusion } from "#contract/filter/exclusion.ts";
import { FILTERS, isKind, type Criteria, type FacetKey } from "#contract/filter/filters.ts";

/** The values of a facet that are chosen; none when its filter is not set. */
export function chosenOf(criteria: Criteria, facet: FacetKey): readonly string[] {
  return [criteria[facet] ?? []].flat();
}

/** Whether the upstream takes one value of the facet and no more. */
export function takesOne(facet: FacetKey): boolean {
  return isKind(facet, "person") || isKind(facet, "choice");
}

/** The documented values of a facet; none where only the data knows them. */
export function documentedOf(facet: FacetKey): readonly string[] {
  const row = FILTERS[facet];
  return "options" in row ? row.options : [];
}

/** The criteria with these values chosen, or none; undefined where a link could not say it. */
export function withChosen(
  criteria: Criteria,
  facet: FacetKey,
  values: readonly string[],
): Criteria | undefined {
  return values.length === 0
    ? withCriterion(criteria, facet, undefined)
    : withValues(criteria, facet, values);
}

/** Chooses a value, or chooses it no longer. Where the upstream takes one it replaces the other. */
export function toggled(criteria: Criteria, facet: FacetKey, value: string): Criteria | undefined {
  const chosen = chosenOf(criteria, facet);
  const others = chosen.filter((other) => other !== value);
  if (others.length < chosen.length) return withChosen(criteria, facet, others);
  return withChosen(criteria, facet, takesOne(facet) ? [value] : [...chosen, value]);
}

/** Whether this value alone is chosen. */
export function isOnly(chosen: readonly string[], value: string): boolean {
  return chosen.length === 1 && chosen[0] === value;
}

/** Chooses this value alone, or all again where that is so already. */
export function onlyWith(criteria: Criteria, facet: FacetKey, value: string): Criteria | undefined {
  return withChosen(criteria, facet, isOnly(chosenOf(criteria, facet), value) ? [] : [value]);
}

/** Why a value of a facet cannot be excluded, beside what {@link exclusionOf} says. */
export type FacetExclusion = Exclusion | { readonly impossible: "notListed" | "notChosen" };

/**
 * What excludes a value of a facet. The upstream has no "not", so that only sets whose values are all
 * known can leave one out; `found` are values that the data has beside the documented ones.
 */
export function facetExclusion(
  facet: FacetKey,
  value: string,
  chosen: readonly string[],
  found: readonly string[],
): FacetExclusion {
  if (!isKind(facet, "multi-choice") && !isKind(facet, "choice"))
    return { impossible: "notListed" };
  if (chosen.length > 0 && !chosen.includes(value)) return { impossible: "notChosen" };
  const exclusion = exclusionOf(facet, value, chosen);
  if ("impossible" in exclusion || chosen.length > 0 || isKind(facet, "choice")) return exclusion;
  const others = found.filter((other) => other !== value);
  return { ...exclusion, values: [...exclusion.values, ...others] };
}

/** Chooses all values but this one; undefined where that cannot be. */
export function without(
  criteria: Criteria,
  facet: FacetKey,
  value: string,
  found: readonly string[],
): Criteria | undefined {
  const exclusion = facetExclusion(facet, value, chosenOf(criteria, facet), found);
  return "impossible" in exclusion ? undefined : withChosen(criteria, facet, exclusion.values);
}

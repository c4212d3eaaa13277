/** How the values of facets are ordered: as the provider lists them, or by what is counted. */
export const FACET_ORDERS = ["listed", "count", "change"] as const;
export type FacetOrder = (typeof FACET_ORDERS)[number];

export interface Arrangement {
  readonly values: Iterable<string>;
  /** In the provider's order; none where only the data knows the values. */
  readonly documented: readonly string[];
  readonly chosen: readonly string[];
  readonly order: FacetOrder;
  readonly countOf: (value: string) => number | undefined;
  readonly changeOf: (value: string) => number | undefined;
}

const byText = (a: string, b: string) => (a < b ? -1 : 1);

/**
 * The values of a facet in order. Values of no list stand by their counts, the chosen ones first; a
 * change weighs by its size, whether up or down.
 */
export function arrangeValues(arrangement: Arrangement): readonly string[] {
  const { documented, chosen, order, countOf, changeOf } = arrangement;
  const rank = (value: string) => {
    const index = documented.indexOf(value);
    return index < 0 ? documented.length : index;
  };
  const isListed = documented.length > 0;
  const weight = (value: string): number => {
    if (order === "change") return Math.abs(changeOf(value) ?? 0);
    return order === "count" || !isListed ? (countOf(value) ?? 0) : 0;
  };
  const isFirst = (value: string) => !isListed && chosen.includes(value);
  return [...new Set(arrangement.values)].toSorted(
    (a, b) =>
      Number(isFirst(b)) - Number(isFirst(a)) ||
      weight(b) - weight(a) ||
      rank(a) - rank(b) ||
      byText(a, b),
  );
}

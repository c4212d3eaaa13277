import { FILTERS, type FacetKey } from "#contract/filter/filters.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import { peopleOf } from "#contract/record/people.ts";

/** A value that a call has in a facet. `name` is a person's or a group's. */
export interface FacetValue {
  readonly value: string;
  readonly name?: string | undefined;
}

/** The values of a call: one or none, but for people, of whom a call may have several. */
export function facetValuesOf(record: CallRecord, facet: FacetKey): readonly FacetValue[] {
  const row = FILTERS[facet];
  if (row.kind === "person")
    return peopleOf(record, row.people).map(({ id, name }) => ({ value: id, name }));
  const held = record[row.fields[0]];
  return held === undefined ? [] : [{ value: String(held) }];
}

/** How often each value occurs, the most frequent first. */
export function tallyFacet(
  records: readonly CallRecord[],
  facet: FacetKey,
): readonly (FacetValue & { readonly count: number })[] {
  const tally = new Map<string, { value: string; name: string | undefined; count: number }>();
  for (const record of records)
    for (const { value, name } of facetValuesOf(record, facet)) {
      const entry = tally.get(value) ?? { value, name, count: 0 };
      // The newest name of an id comes first, and is the one to show.
      entry.name ??= name;
      entry.count += 1;
      tally.set(value, entry);
    }
  return [...tally.values()].toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

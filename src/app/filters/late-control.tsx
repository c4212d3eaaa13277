import { useScope } from "#app/api/use-rights.ts";
import { isKind, type Criteria, type FilterKeyOf } from "#contract/filter/filters.ts";
import { DurationControl } from "./duration/duration-control.tsx";
import type { FacetProps } from "./facet/use-facet.ts";
import { OwnPeople } from "./own-people.tsx";
import { PeopleFacet } from "./people/people-facet.tsx";
import { WordsFacet } from "./words-facet.tsx";

/** A filter whose control comes late. */
export type LateKey = FilterKeyOf<"person" | "words" | "duration">;

interface LateControlProps extends Omit<FacetProps, "facet"> {
  readonly filter: LateKey;
  readonly value: Criteria[LateKey];
}

/** The controls of blocks that are folded at first: their code comes with the first look at them. */
export function LateControl({ filter, value, ...facet }: LateControlProps) {
  const scope = useScope();
  const { disabled } = facet;
  if (isKind(filter, "duration"))
    // No duration among the criteria is a list.
    return (
      <DurationControl filter={filter} value={value as string | undefined} disabled={disabled} />
    );
  if (filter === scope?.filter)
    return <OwnPeople filter={filter} people={scope.people} value={value} disabled={disabled} />;
  if (isKind(filter, "person")) return <PeopleFacet facet={filter} {...facet} />;
  return <WordsFacet facet={filter as FilterKeyOf<"words">} {...facet} />;
}

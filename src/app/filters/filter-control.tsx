import { memo } from "react";
import { useScope } from "#app/api/use-rights.ts";
import { PartFailed } from "#app/i18n/part-failed.tsx";
import { createLazyPart } from "#app/ui/lazy-part.tsx";
import { isFacet, isKind, type Criteria, type CriterionKey } from "#contract/filter/filters.ts";
import type { CallSet } from "#contract/view/call-set.ts";
import { Facet } from "./facet/facet.tsx";
import { TextControl } from "./text-control.tsx";

// In blocks that are folded at first: their code comes with the first look at them.
const DurationControl = createLazyPart(
  () => import("./duration/duration-control.tsx"),
  (module) => module.DurationControl,
);
const PeopleFacet = createLazyPart(
  () => import("./people/people-facet.tsx"),
  (module) => module.PeopleFacet,
);
const WordsFacet = createLazyPart(
  () => import("./words-facet.tsx"),
  (module) => module.WordsFacet,
);

// Of readers who are bounded by them.
const OwnPeople = createLazyPart(
  () => import("./own-people.tsx"),
  (module) => module.OwnPeople,
);

interface FilterControlProps {
  readonly filter: CriterionKey;
  readonly value: Criteria[CriterionKey];
  readonly disabled: boolean;
  /** The calls to count; absent while there is nothing to count. */
  readonly calls: CallSet | undefined;
}

/** The control of one filter, by its declared kind; a kind without a control does not compile. */
export const FilterControl = memo(function FilterControl(props: FilterControlProps) {
  const { filter, value, disabled, calls } = props;
  const scope = useScope();
  if (isKind(filter, "duration"))
    return (
      <DurationControl
        whenFailed={PartFailed}
        filter={filter}
        // No duration among the criteria is a list.
        value={value as string | undefined}
        disabled={disabled}
      />
    );
  if (!isFacet(filter)) {
    // No text among the criteria is a list.
    return <TextControl filter={filter} value={value as string | undefined} disabled={disabled} />;
  }
  if (filter === scope?.filter)
    return (
      <OwnPeople
        whenFailed={PartFailed}
        filter={filter}
        people={scope.people}
        value={value}
        disabled={disabled}
      />
    );
  const facet = { chosen: [value ?? []].flat(), disabled, calls };
  if (isKind(filter, "person"))
    return <PeopleFacet whenFailed={PartFailed} facet={filter} {...facet} />;
  if (isKind(filter, "words"))
    return <WordsFacet whenFailed={PartFailed} facet={filter} {...facet} />;
  return <Facet facet={filter} {...facet} />;
});

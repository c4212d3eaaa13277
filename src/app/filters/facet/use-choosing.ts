import { useMemo } from "react";
import { useChange } from "#app/view/use-view.tsx";
import type { Criteria, FacetKey } from "#contract/filter/filters.ts";
import { SATISFACTION_INDEXES } from "#contract/record/enums.ts";
import { chosenOf, onlyWith, toggled, withChosen, without } from "./facet-choice.ts";

export interface Choosing {
  readonly onToggle: (value: string) => void;
  readonly onOnly: (value: string) => void;
  readonly onExclude: (value: string) => void;
  /** Chooses every key of a survey, or none: the calls that were answered, or all. */
  readonly onAnswered: (isChosen: boolean) => void;
}

/**
 * How to choose among the values of a facet, each time as one step of the history.
 *
 * @param found values that the data has beside the documented ones
 * @param onChosen hears of each value that was ticked, and of none that was unticked
 */
export function useChoosing(
  facet: FacetKey,
  found: readonly string[],
  onChosen: ((value: string) => void) | undefined,
): Choosing {
  const change = useChange();
  return useMemo(() => {
    const apply = (next: (criteria: Criteria) => Criteria | undefined) =>
      change(({ criteria }) => {
        const changed = next(criteria);
        return changed === undefined ? {} : { criteria: changed };
      });
    return {
      onToggle(value) {
        apply((criteria) => {
          const next = toggled(criteria, facet, value);
          // Whether it was a tick is known from the address only.
          if (next !== undefined && chosenOf(next, facet).includes(value)) onChosen?.(value);
          return next;
        });
      },
      onOnly: (value) => apply((criteria) => onlyWith(criteria, facet, value)),
      onExclude: (value) => apply((criteria) => without(criteria, facet, value, found)),
      onAnswered: (isChosen) =>
        apply((criteria) => withChosen(criteria, facet, isChosen ? SATISFACTION_INDEXES : [])),
    };
  }, [change, facet, found, onChosen]);
}

import { useMemo } from "react";
import { useLabels } from "#app/i18n/use-labels.ts";
import type { FacetExclusion } from "./facet-choice.ts";
import type { RowAction } from "./facet-row.tsx";

interface Doing {
  readonly onOnly: (value: string) => void;
  readonly onExclude: (value: string) => void;
}

export interface RowActions {
  readonly only: RowAction;
  /** In place of `only`, on a value that is chosen alone. */
  readonly all: RowAction;
  readonly exclude: (exclusion: FacetExclusion) => RowAction | undefined;
}

/** The buttons of a facet's rows, each the same object from render to render. */
export function useRowActions({ onOnly, onExclude }: Doing): RowActions {
  const { facets, actions } = useLabels();
  return useMemo(() => {
    const { hints } = actions;
    const excludes = (hint: string | undefined, isEnabled: boolean): RowAction => ({
      text: facets.exclude,
      hint,
      isEnabled,
      onDo: onExclude,
    });
    const possible = {
      nothing: excludes(undefined, true),
      unlisted: excludes(hints.dropsUnlisted, true),
      absent: excludes(hints.dropsAbsent, true),
    };
    const impossible = {
      lastOption: excludes(hints.lastOption, false),
      oneOnly: excludes(hints.oneOnly, false),
      notChosen: excludes(facets.notChosen, false),
      // No list knows the others: there is no such button at all.
      notListed: undefined,
    };
    const only = (text: string): RowAction => ({
      text,
      hint: undefined,
      isEnabled: true,
      onDo: onOnly,
    });
    return {
      only: only(facets.only),
      all: only(facets.all),
      exclude: (exclusion) =>
        "impossible" in exclusion
          ? impossible[exclusion.impossible]
          : possible[exclusion.alsoDrops],
    };
  }, [facets, actions, onOnly, onExclude]);
}

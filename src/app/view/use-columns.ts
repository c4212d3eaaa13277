import { useCallback, useMemo } from "react";
import { usePreference } from "#app/ui/preference.ts";
import { useNarrow } from "#app/ui/use-narrow.ts";
import {
  DEFAULT_COLUMNS,
  isSameColumns,
  NARROW_COLUMNS,
  type Column,
  type Columns,
} from "#contract/view/columns.ts";
import {
  COLUMN_PREFERENCES,
  DENSITY,
  limitWidth,
  type ColumnWidths,
  type Density,
} from "./columns-preference.ts";
import { useView } from "./use-view.tsx";

export interface ColumnsInHand {
  /** The link's columns, else the reader's own, else the built-in ones. */
  readonly columns: Columns;
  /** Where the reader chose one, px. */
  readonly widths: ColumnWidths;
  readonly density: Density;
  /** Shows other columns, now and in new views, and takes the link's out of the address. */
  readonly choose: (columns: Columns) => void;
  /** Gives a column a width in px (kept within limits), or with `undefined` its built-in one. */
  readonly resize: (column: Column, px: number | undefined) => void;
  readonly setDensity: (density: Density) => void;
  /** Whether columns and widths are those of a reader who never chose. */
  readonly isBuiltIn: boolean;
  /** Back to the built-in columns and widths. */
  readonly reset: () => void;
}

const NO_WIDTHS: ColumnWidths = {};

/** What a reader who never chose sees on a screen of this width. */
export function useBuiltInColumns(): Columns {
  return useNarrow() ? NARROW_COLUMNS : DEFAULT_COLUMNS;
}

/** Which columns the table shows, how wide and how close. Needs the view. */
export function useColumns(): ColumnsInHand {
  const { view, change } = useView();
  const builtIn = useBuiltInColumns();
  const kept = COLUMN_PREFERENCES[builtIn === NARROW_COLUMNS ? "narrow" : "wide"];
  const [own, setOwn] = usePreference(kept.columns);
  const [widths = NO_WIDTHS, setWidths] = usePreference(kept.widths);
  const [density = "comfortable", setDensity] = usePreference(DENSITY);

  const linked = view.columns;
  const columns = linked ?? own ?? builtIn;

  const isLinked = linked !== undefined;
  const leaveLink = useCallback(() => {
    if (isLinked) change({ columns: undefined }, "replace");
  }, [isLinked, change]);
  const choose = useCallback(
    (next: Columns) => {
      // Nothing is kept for the built-in ones, so that a later edition's reach the reader.
      setOwn(isSameColumns(next, builtIn) ? undefined : next);
      leaveLink();
    },
    [setOwn, builtIn, leaveLink],
  );
  const resize = useCallback(
    (column: Column, px: number | undefined) => {
      const { [column]: _old, ...others } = widths;
      const next = px === undefined ? others : { ...others, [column]: limitWidth(px) };
      setWidths(Object.keys(next).length === 0 ? undefined : next);
    },
    [widths, setWidths],
  );
  const reset = useCallback(() => {
    setOwn(undefined);
    setWidths(undefined);
    leaveLink();
  }, [setOwn, setWidths, leaveLink]);

  const isBuiltIn = isSameColumns(columns, builtIn) && Object.keys(widths).length === 0;
  return useMemo(
    () => ({ columns, widths, density, choose, resize, setDensity, isBuiltIn, reset }),
    [columns, widths, density, choose, resize, setDensity, isBuiltIn, reset],
  );
}

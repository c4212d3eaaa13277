import { useCallback, useState, type FocusEvent } from "react";

/** What of a row the Tab key stops at: nothing, its checkbox, or its buttons, too. */
export type TabStop = "none" | "box" | "row";

interface RovingRows {
  readonly stopOf: (value: string) => TabStop;
  readonly onRowFocus: (value: string) => void;
  /** Of the list around the rows. */
  readonly onBlur: (event: FocusEvent<HTMLElement>) => void;
}

/**
 * One stop of the Tab key for all the rows of a facet: where the focus was last, or else the first
 * chosen row, or the first of all. The buttons of a row are stops while the focus is in the row, so
 * that Shift+Tab from below comes to a checkbox, too.
 *
 * @param values those that can be ticked, as they stand
 */
export function useRovingRows(values: readonly string[], chosen: readonly string[]): RovingRows {
  const [last, setLast] = useState<string>();
  const [isInside, setInside] = useState(false);
  const onRowFocus = useCallback((value: string) => {
    setLast(value);
    setInside(true);
  }, []);
  const stop =
    values.find((value) => value === last) ??
    values.find((value) => chosen.includes(value)) ??
    values[0];
  return {
    stopOf: (value) => (value !== stop ? "none" : isInside && value === last ? "row" : "box"),
    onRowFocus,
    onBlur(event) {
      if (!event.currentTarget.contains(event.relatedTarget)) setInside(false);
    },
  };
}

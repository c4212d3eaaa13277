/** Longer lists have a field to search in them. */
const LONG = 8;
/** Of values that no list knows so many are shown at first; two more would not be worth a button. */
const SHOWN_AT_FIRST = 8;
const WORTH_HIDING = 3;

export interface NarrowedValues {
  readonly searchable: boolean;
  readonly listed: readonly string[];
  /** How many more there are. */
  readonly hidden: number;
}

/** The values that are on screen: those that are sought, or the first ones. */
export function narrowValues(by: {
  readonly values: readonly string[];
  readonly labelOf: (value: string) => string;
  readonly sought: string;
  readonly showsAll: boolean;
  readonly canSearch: boolean;
}): NarrowedValues {
  const { values, labelOf, showsAll } = by;
  // Among the keys of a telephone there is nothing to look for.
  const areKeys = values.every((value) => labelOf(value).length === 1);
  const searchable = by.canSearch && values.length > LONG && !areKeys;
  const wanted = searchable ? by.sought.trim().toLowerCase() : "";
  if (wanted !== "") {
    // By its name on the screen, or by the provider's, which some readers know better.
    const isSought = (value: string) =>
      [labelOf(value), value].some((name) => name.toLowerCase().includes(wanted));
    return { searchable, listed: values.filter(isSought), hidden: 0 };
  }
  const hidden = values.length - SHOWN_AT_FIRST;
  if (showsAll || hidden < WORTH_HIDING) return { searchable, listed: values, hidden: 0 };
  return { searchable, listed: values.slice(0, SHOWN_AT_FIRST), hidden };
}

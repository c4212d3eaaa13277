import type { Columns } from "./columns.ts";
import type { Criteria } from "#contract/filter/filters.ts";
import { DEFAULT_SORT, type Sort } from "./sort.ts";
import { DEFAULT_TIME_RANGE, type TimeRange } from "#contract/time/time-range.ts";

/** Everything a shared link restores. Its only home is the URL (`view-codec.ts`). */
export interface View {
  /** Absent: the first instance the reader may see. */
  readonly instance?: string;
  readonly time: TimeRange;
  readonly criteria: Criteria;
  readonly sort: Sort;
  /** The page in view, from 1; past 100 only where the order is by start time. */
  readonly page: number;
  /** The contact id of the record whose drawer is open. */
  readonly record?: string;
  /** Absent: the reader's default columns. */
  readonly columns?: Columns;
}

export const DEFAULT_VIEW: View = {
  time: DEFAULT_TIME_RANGE,
  criteria: {},
  sort: DEFAULT_SORT,
  page: 1,
};

import type { Criteria } from "./filters.ts";
import { DEFAULT_SORT, type Sort } from "./sort.ts";
import type { RecordField } from "./record-fields.ts";
import { DEFAULT_TIME_RANGE, type TimeRange } from "./time-range.ts";

/** Everything a shared link restores. Its only home is the URL (`view-codec.ts`). */
export interface View {
  /** Absent: the first instance the reader may see. */
  readonly instance?: string;
  readonly time: TimeRange;
  readonly criteria: Criteria;
  readonly sort: Sort;
  /** 1–100 */
  readonly page: number;
  /** The contact id of the record whose drawer is open. */
  readonly record?: string;
  /** Absent: the reader's default columns. */
  readonly columns?: readonly RecordField[];
}

export const DEFAULT_VIEW: View = {
  time: DEFAULT_TIME_RANGE,
  criteria: {},
  sort: DEFAULT_SORT,
  page: 1,
};

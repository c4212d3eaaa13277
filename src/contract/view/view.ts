import type { Criteria } from "#contract/filter/filters.ts";
import type { SampleDraw } from "#contract/filter/sample-draw.ts";
import type { ServiceLevel } from "#contract/filter/service-level.ts";
import { DEFAULT_TIME_RANGE, type TimeRange } from "#contract/time/time-range.ts";
import type { Columns } from "./columns.ts";
import type { PeopleOrder } from "./people-order.ts";
import type { RepeatWithin } from "./repeat-within.ts";
import type { Shown } from "./shown.ts";
import { DEFAULT_SORT, type Sort } from "./sort.ts";
import type { WeekChart } from "./week-chart.ts";

/**
 * Everything that a shared link restores. The URL is its only home; `view-codec.ts` reads and writes
 * it there.
 */
export interface View {
  /** Absent: the first instance the reader may see. */
  readonly instance?: string;
  /** Which calls, by when they began. */
  readonly time: TimeRange;
  /** Which of these calls. */
  readonly criteria: Criteria;
  readonly sort: Sort;
  /** The page in view, from 1; past MAX_PAGE only where the order is by start time. */
  readonly page: number;
  /** What is shown of the calls; absent: their list. */
  readonly show?: Shown;
  /** Whose lines the table of people has; absent: those of agents. */
  readonly per?: "group";
  /** The order of that table; absent: the most calls first. */
  readonly order?: PeopleOrder;
  /** What counts stand beside: those of the same period one week earlier. */
  readonly compare?: "week";
  /** How the service level is taken; absent: in the server's own seconds, of all that were offered. */
  readonly level?: ServiceLevel;
  /** Which calls are drawn at random; absent: as the screen draws them at first. */
  readonly sample?: SampleDraw;
  /** How soon somebody who calls again has called repeatedly; absent: within a day. */
  readonly within?: RepeatWithin;
  /** What is shown of the hours of the week; absent: calls over time. */
  readonly chart?: WeekChart;
  /** The contact id of the record whose drawer is open. */
  readonly record?: string;
  /** Where its recording is heard, s; with an open record alone. */
  readonly position?: number;
  /** The contact id of the call that was pinned, to stand beside whichever else is open. */
  readonly beside?: string;
  /** Absent: the reader's default columns. */
  readonly columns?: Columns;
}

/** The view of a link that says nothing. */
export const DEFAULT_VIEW: View = {
  time: DEFAULT_TIME_RANGE,
  criteria: {},
  sort: DEFAULT_SORT,
  page: 1,
};

/** The two calls that stand side by side, the pinned one first; undefined where one or none is open. */
export function comparedCalls({
  record,
  beside,
}: {
  readonly record?: string | undefined;
  readonly beside?: string | undefined;
}): readonly [pinned: string, open: string] | undefined {
  if (record === undefined || beside === undefined || record === beside) return undefined;
  return [beside, record];
}

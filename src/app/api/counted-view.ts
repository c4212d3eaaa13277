import type { Criteria } from "#contract/filter/filters.ts";
import type { AbsoluteRange } from "#contract/time/time-range.ts";
import { viewSearch } from "#contract/view/view-codec.ts";
import { DEFAULT_VIEW } from "#contract/view/view.ts";

/** What decides how many calls match: neither order nor page. */
export interface Counted {
  readonly instance: string;
  /** The pinned range of the view, in instants. */
  readonly range: AbsoluteRange;
  readonly criteria: Criteria;
}

/** What is counted, and the instant as of which. */
export interface CountedNow extends Counted {
  readonly asOf: number;
}

/** The view of a question about counts: equal questions give equal text, whatever else is on screen. */
export function countedView({ instance, range, criteria }: Counted): string {
  return viewSearch({ ...DEFAULT_VIEW, instance, time: range, criteria });
}

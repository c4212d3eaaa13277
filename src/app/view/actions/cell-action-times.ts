import { withoutOverriding } from "#contract/filter/criteria.ts";
import { RECORD_FIELDS } from "#contract/record/record-fields.ts";
import type { AbsoluteRange } from "#contract/time/time-range.ts";
import type { View } from "#contract/view/view.ts";
import { filterOf } from "./cell-action-filter.ts";
import { dayAround, hourAround, isSayable } from "./cell-action-range.ts";
import { no, yes, type Verdict } from "./cell-action-verdict.ts";
import type { CellAction, CellContext, CellTarget } from "./cell-action.ts";

/** The instant that a target shows, ms. */
export function instantOf({ record, field }: CellTarget): number | undefined {
  const value = field !== undefined && RECORD_FIELDS[field] === "instant" && record[field];
  return typeof value === "number" ? value : undefined;
}

/** Leads to another time range, with criteria that do not stand in its way. */
export function rangeVerdict(time: AbsoluteRange, { criteria }: View): Verdict {
  if (!isSayable(time)) return no("unsayable");
  const heeded = withoutOverriding(criteria);
  const isHeeded = Object.keys(heeded).length === Object.keys(criteria).length;
  return yes({ time, ...(!isHeeded && { criteria: heeded }) });
}

/** Calls of the same hour and the same day. */
export function timeActions(
  target: CellTarget,
  { view, words }: CellContext,
): readonly CellAction[] {
  const { record } = target;
  const ms = instantOf(target);
  if (ms === undefined || !isSayable({ from: ms, to: ms })) return [];
  const { instant } = words.formats;
  const clock = (at: number) => instant(at).slice("2026-11-22 ".length, "2026-11-22 14:05".length);
  const ofStart = target.field !== undefined && filterOf(target.field) === "time";
  const verdict = (range: AbsoluteRange): Verdict => {
    const { startTime = Number.NaN } = record;
    const hint =
      range.from <= startTime && startTime <= range.to ? "byStart" : "byStartWithoutThis";
    // The upstream knows no other time of a call than its start.
    return { ...(!ofStart && { hint }), ...rangeVerdict(range, view) };
  };
  const hour = hourAround(ms, words.formats);
  const day = dayAround(ms, words.formats);
  return [
    {
      id: "sameHour",
      label: "sameHour",
      values: { from: clock(hour.from), to: clock(hour.to) },
      shortcut: "h",
      ...verdict(hour),
    },
    {
      id: "sameDay",
      label: "sameDay",
      values: { day: instant(ms).slice(0, "2026-11-22".length) },
      shortcut: "d",
      ...verdict(day),
    },
  ];
}

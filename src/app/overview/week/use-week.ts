import { useMemo } from "react";
import type { QuestionOf } from "#app/api/counts-query.ts";
import { useCounting, type Counting } from "#app/overview/counting/use-counting.ts";
import { useAnswer } from "#app/overview/summary/use-answer.ts";
import { useLast } from "#app/ui/use-last.ts";
import { withCriterion } from "#contract/filter/criteria.ts";
import type { Criteria } from "#contract/filter/filters.ts";
import { restricted } from "#contract/filter/restricted.ts";
import { isReversed, readSecondsRange, writeSecondsRange } from "#contract/filter/seconds-range.ts";
import { shareBase } from "#contract/filter/share-base.ts";
import { ABANDONED_DISPOSITIONS } from "#contract/record/tones.ts";
import { weekHoursOf, type WeekHours } from "#contract/time/week-hours.ts";
import type { CallSet } from "#contract/view/call-set.ts";
import type { WeekChart } from "#contract/view/week-chart.ts";
import { weekCellsOf, type WeekCell } from "./week-cells.ts";

const COUNTS: QuestionOf<"hours"> = { of: "hours" };
const WAITS: QuestionOf<"hours"> = { of: "hours", field: "queueTime" };

export interface WeekInHand {
  readonly hours: WeekHours;
  readonly cells: readonly WeekCell[];
  /** Whether the cells are those of a moment ago, while they are counted anew. */
  readonly isOld: boolean;
  /** The criteria of the calls that a cell counts; undefined where no call meets them. */
  readonly criteria: Criteria | undefined;
  readonly counting: Counting;
}

/** A wait of 0 s is none. */
function waited(criteria: Criteria): Criteria | undefined {
  const chosen = readSecondsRange(criteria.queueTime ?? "") ?? {};
  const range = { ...chosen, from: Math.max(1, chosen.from ?? 1) };
  return isReversed(range)
    ? undefined
    : withCriterion(criteria, "queueTime", writeSecondsRange(range));
}

/** The criteria of the calls that a chart counts, among those of the view. */
function countedBy(chart: WeekChart, criteria: Criteria): Criteria | undefined {
  switch (chart) {
    case "week-calls":
      return criteria;
    case "week-wait":
      return waited(criteria);
    case "week-abandoned":
    case "week-share":
      return restricted(shareBase(criteria).criteria, "contactDisposition", ABANDONED_DISPOSITIONS);
    default:
      return chart satisfies never;
  }
}

/** The calls of a view by hours of the week, as they become known. */
export function useWeek(
  calls: CallSet,
  chart: WeekChart,
  timeZone: string,
  isShown: boolean,
): WeekInHand {
  const { range } = calls;
  const hours = useMemo(() => weekHoursOf(range, timeZone), [range, timeZone]);
  const criteria = useMemo(() => countedBy(chart, calls.criteria), [chart, calls.criteria]);
  const isWait = chart === "week-wait";
  const counted = useMemo(
    () => (isWait ? calls : criteria && { ...calls, criteria }),
    [isWait, calls, criteria],
  );
  const base = useMemo(() => ({ ...calls, criteria: shareBase(calls.criteria).criteria }), [calls]);
  const answer = useAnswer(isShown ? counted : undefined, isWait ? WAITS : COUNTS);
  // Not both at once: a request may take so many probes and no more.
  const isFirstKnown = counted === undefined || answer.data?.isWhole === true;
  const isBaseAsked = isShown && chart === "week-share" && isFirstKnown;
  const baseAnswer = useAnswer(isBaseAsked ? base : undefined, COUNTS);
  const known = counted === undefined ? null : answer.data;
  const cells = useMemo(
    () => weekCellsOf(hours, known, baseAnswer.data),
    [hours, known, baseAnswer.data],
  );
  const counting = useCounting(calls, [answer, baseAnswer], []);
  const isKnown = counting.state === "known" && (chart !== "week-share" || isBaseAsked);
  const whole = useMemo(
    () => (isKnown ? { cells, chart, calls } : undefined),
    [isKnown, cells, chart, calls],
  );
  const last = useLast(whole);
  const isOld =
    counting.state === "partial" &&
    last?.chart === chart &&
    last.calls.instance === calls.instance &&
    last.calls.criteria === calls.criteria &&
    last.calls.range.from === range.from;
  return {
    hours,
    cells: isOld ? last.cells : cells,
    isOld,
    criteria,
    counting: {
      ...counting,
      state: isKnown || counting.state === "failed" ? counting.state : "partial",
    },
  };
}

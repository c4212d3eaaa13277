import { tooManyCalls } from "#bff/durations/too-many-calls.ts";
import { BffError } from "#bff/http/bff-error.ts";
import type { AskOf, RankedField } from "#contract/api/asks.ts";
import { MOST_HOURS } from "#contract/api/count-limits.ts";
import { withCriterion } from "#contract/filter/criteria.ts";
import { writeSecondsRange } from "#contract/filter/seconds-range.ts";
import { MOST_SORTED } from "#contract/record/list-limits.ts";
import type { WeekHours } from "#contract/time/week-hours.ts";
import { PAGE_SIZE } from "#contract/view/paging.ts";
import type { CallsInHand } from "./calls-in-hand.ts";
import { MOST_RANK_CALLS } from "./choose-plan.ts";
import { startedCalls, tellHours } from "./count-hours.ts";
import type { Tell } from "./lines.ts";
import { readUnmoved } from "./reading.ts";

/**
 * The calls of each hour, where they are too many to be read.
 *
 * @throws BffError `too_many_calls` where there are more hours than are counted, or more durations than are read
 */
export async function probeHours(
  calls: CallsInHand,
  { field }: AskOf<"hours">,
  hours: WeekHours,
  tell: Tell,
): Promise<void> {
  if (field !== undefined) await readSpent(calls, field, hours, tell);
  else if (hours.cells.length > MOST_HOURS) throw tooManyHours();
  else await countByHalves(calls, hours, tell);
  tell({ end: true, total: calls.total, plan: "probes" });
}

/**
 * Stretches are halved until they are an hour, have no calls, or so few that a page holds them all: nights
 * cost next to nothing. The later half of what is settled is the difference, as with buckets.
 */
async function countByHalves(calls: CallsInHand, { edges, cells }: WeekHours, tell: Tell) {
  const purpose = "histogram" as const;
  const setOf = (first: number, last: number) => ({
    ...calls.set,
    range: { from: edges[first] ?? 0, to: (edges[last + 1] ?? 1) - 1 },
  });
  const countOf = (first: number, last: number) => calls.count(setOf(first, last), { purpose });

  async function readHours(first: number, last: number): Promise<boolean> {
    const records = await calls.page(1, { set: setOf(first, last) });
    // It was less than a page, and has grown.
    if (records.length >= PAGE_SIZE) return false;
    const counts = new Map<number, number>();
    tellHours(startedCalls(records, undefined), false, { edges, cells }, (line) => {
      if ("bucket" in line) counts.set(line.bucket, line.count);
    });
    for (let hour = first; hour <= last; hour += 1)
      tell({ bucket: hour, count: counts.get(hour) ?? 0 });
    return true;
  }

  async function divide(first: number, last: number, total: number): Promise<void> {
    if (total === 0 || first === last) {
      for (let hour = first; hour <= last; hour += 1) tell({ bucket: hour, count: total });
      return;
    }
    if (total < PAGE_SIZE && (await readHours(first, last))) return;
    const middle = Math.floor((first + last) / 2);
    const mayGrow = calls.mayGrowWithin(setOf(middle + 1, last).range);
    const [earlier, counted] = await Promise.all([
      countOf(first, middle),
      mayGrow ? countOf(middle + 1, last) : undefined,
    ]);
    const left = total - earlier;
    // Whatever the upstream counts, there are not less than none.
    const later = counted ?? (left < 0 ? await countOf(middle + 1, last) : left);
    await Promise.all([divide(first, middle, earlier), divide(middle + 1, last, later)]);
  }

  await divide(0, cells.length - 1, calls.total);
}

/**
 * Those that have a value are a stretch of the list in its order, and may be few among many.
 *
 * @throws as {@link readUnmoved}
 */
async function readSpent(calls: CallsInHand, field: RankedField, hours: WeekHours, tell: Tell) {
  const set = {
    ...calls.set,
    criteria: withCriterion(calls.set.criteria, field, writeSecondsRange({ from: 1 })),
  };
  const started = await readUnmoved(async (isAgain) => {
    const total = await (isAgain
      ? calls.recount(set)
      : calls.count(set, { purpose: "histogram", most: MOST_RANK_CALLS }));
    if (total > MOST_SORTED) throw tooManyCalls(field);
    // Of each page what is counted alone: their records would weigh megabytes.
    const pages = await Promise.all(
      Array.from({ length: Math.ceil(total / PAGE_SIZE) }, async (_unused, index) => {
        const records = await calls.page(index + 1, { set, sort: { field, order: "DESC" } });
        return records.map((record, at) => ({
          id: record.contactId ?? `${index} ${at}`,
          calls: startedCalls([record], field),
        }));
      }),
    );
    const read = new Map(pages.flat().map((one) => [one.id, one.calls]));
    // A call that came meanwhile has pushed another from page to page, perhaps onto neither.
    const mayMove = calls.mayGrow && total >= PAGE_SIZE;
    const haveMoved = mayMove && (read.size !== total || (await calls.recount(set)) !== total);
    return haveMoved ? undefined : [...read.values()].flat();
  });
  tellHours(started, true, hours, tell);
}

export function tooManyHours(): BffError {
  return new BffError("too_many_calls", {
    detail: `The hours are counted one by one, ${MOST_HOURS} at most, and there are too many calls to read them: narrow the time range.`,
  });
}

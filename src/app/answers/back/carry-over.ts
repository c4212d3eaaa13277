import type { AbsoluteRange } from "#contract/time/time-range.ts";
import type { BackList } from "./back-list.ts";

/**
 * A list with what the one before it leaves to be told: nobody goes from it without being counted. Whoever could not
 * be judged this time stays as they were known.
 *
 * @param range when calls are in view by now: who only called before or after it is not dealt with
 */
export function carryOver(
  before: BackList | undefined,
  next: BackList,
  range: AbsoluteRange,
): BackList {
  if (before === undefined) return next;
  const there = new Set(next.callers.map(({ caller }) => caller));
  const reach = Math.max(range.from, cutAt(next));
  const gone = before.callers.filter(({ caller, call: { startTime = 0 } }) => {
    return !there.has(caller) && startTime >= reach && startTime <= range.to;
  });
  const isPartial = (next.end?.unjudged ?? 0) > 0 || next.end?.problem !== undefined;
  return {
    ...next,
    callers: isPartial ? [...next.callers, ...gone] : next.callers,
    dealtWith: before.dealtWith + (isPartial ? 0 : gone.length),
    firstUpTo: before.firstUpTo,
  };
}

/** Whoever last called before this was left out, since there are too many: nobody knows what became of them. */
function cutAt({ looked: { tries, of, since }, end }: BackList): number {
  // Where reading failed it is not for good, and whoever stood in the list stays.
  if (tries >= of || since === undefined || end?.problem !== undefined) return 0;
  // Of the calls of that very moment some may be left out.
  return since + 1;
}

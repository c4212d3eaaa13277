import type { BackList } from "./back-list.ts";

/**
 * A list with what the one before it leaves to be told: nobody goes from it without being counted. Whoever could not
 * be judged this time stays as they were known.
 *
 * @param from since when calls are in view by now, ms: who only called before is not dealt with
 */
export function carryOver(before: BackList | undefined, next: BackList, from: number): BackList {
  if (before === undefined) return next;
  const there = new Set(next.callers.map(({ caller }) => caller));
  const gone = before.callers.filter(
    ({ caller, call }) => !there.has(caller) && (call.startTime ?? 0) >= from,
  );
  const isPartial = (next.end?.unjudged ?? 0) > 0 || next.end?.problem !== undefined;
  return {
    ...next,
    callers: isPartial ? [...next.callers, ...gone] : next.callers,
    dealtWith: before.dealtWith + (isPartial ? 0 : gone.length),
    firstUpTo: before.firstUpTo,
  };
}

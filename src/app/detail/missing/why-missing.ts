import type { Session } from "#contract/api/session.ts";
import { DAY_MS } from "#contract/time/durations.ts";
import type { AbsoluteRange } from "#contract/time/time-range.ts";

/**
 * Why a call cannot be shown, as far as this reader may know: to one who sees a part of the calls, one
 * of the others is as one that there is not.
 */
export type WhyMissing = "older" | "notYours" | "gone";

/**
 * @param range that of the view whose link was opened: a link is of calls in its range
 * @param now ms
 */
export function whyMissing(
  { scope, retentionDays }: Pick<Session, "scope" | "retentionDays">,
  range: AbsoluteRange,
  now: number,
): WhyMissing {
  if (range.to < now - retentionDays * DAY_MS) return "older";
  return scope === null ? "gone" : "notYours";
}

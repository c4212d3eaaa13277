import type { Session } from "#contract/api/session.ts";
import {
  pinInstant,
  resolveTimeRange,
  type AbsoluteRange,
  type TimeRange,
} from "#contract/time/time-range.ts";

/**
 * The instant, ms, that a page is pinned to as it is loaded: that of the session. The first page of rows
 * was asked for beside it, and the server pins that to the same.
 */
export function firstPin({ serverTime }: Session): number {
  return pinInstant(serverTime);
}

/** What a view leaves open, as it is looked at `asOf`: the same that the server fills in. */
export function resolveView(
  { instance, time }: { readonly instance?: string | undefined; readonly time: TimeRange },
  asOf: number,
  session: Session,
): { instance: string | undefined; range: AbsoluteRange } {
  return {
    instance: instance ?? session.instances[0]?.id,
    range: resolveTimeRange(time, asOf, session),
  };
}

import type { SideEvents } from "#contract/record/call-events.ts";

/** When the calls of tests begin. */
export const START = 1_800_000_000_000;

/** An instant by the seconds since then. */
export const at = (seconds: number) => START + Math.round(seconds * 1000);

/** What happened on a side of a call, by seconds since its start; with how long it went on, where that is told. */
export const side = (
  of: SideEvents["side"],
  name: string | undefined,
  ...events: readonly (readonly [name: string, seconds: number, length?: number])[]
): SideEvents => ({
  side: of,
  name,
  events: events.map(([event, seconds, length]) => ({
    name: event,
    at: at(seconds),
    ...(length !== undefined && { seconds: length }),
  })),
});

import { isRelative, type AbsoluteRange } from "#contract/time/time-range.ts";
import type { View } from "#contract/view/view.ts";

/** How often the list may be refreshed by itself, s. */
export const LIVE_SECONDS = [15, 60] as const;
export type LiveSeconds = (typeof LIVE_SECONDS)[number];

/**
 * Why rows are not moved at the moment: what the reader is doing with them; that nobody sees them; that
 * the way to the server is broken; that nobody is signed in any more; that the last refresh is still on its way.
 */
export type Hold =
  | "scrolled"
  | "record"
  | "selection"
  | "focus"
  | "hidden"
  | "outage"
  | "lapse"
  | "loading";

/** Why it stopped by itself. */
type StopReason = "error" | "view";

export type LiveState =
  | {
      readonly on: true;
      readonly seconds: LiveSeconds;
      /** Both in ms; `refreshedAt` is absent before the first refresh. */
      readonly startedAt: number;
      readonly refreshedAt?: number | undefined;
    }
  | { readonly on: false; readonly stopped?: StopReason | undefined };

export type LiveEvent =
  /** The reader chooses; `at` is the time, ms. */
  | {
      readonly type: "start";
      readonly seconds: LiveSeconds;
      readonly at: number;
      readonly hold: Hold | undefined;
    }
  /** The reader switches it off, or has read why it stopped. */
  | { readonly type: "off" }
  /** The interval has passed. */
  | { readonly type: "tick"; readonly at: number; readonly hold: Hold | undefined }
  | { readonly type: "stop"; readonly reason: StopReason };

export const LIVE_OFF: LiveState = { on: false };

/** Live refresh after an event. It wants a refresh where `refreshedAt` is the event's own time. */
export function liveRefresh(state: LiveState, event: LiveEvent): LiveState {
  if (event.type === "off") return LIVE_OFF;
  if (event.type === "start") {
    const { seconds, at, hold } = event;
    return { on: true, seconds, startedAt: at, refreshedAt: hold === undefined ? at : undefined };
  }
  if (!state.on) return state;
  if (event.type === "stop") return { on: false, stopped: event.reason };
  return event.hold === undefined ? { ...state, refreshedAt: event.at } : state;
}

/** Whether what was missed is made up for at once when a hold is over: nobody was looking at the rows. */
export function isMadeUp(hold: Hold | undefined): boolean {
  return hold === "hidden" || hold === "outage" || hold === "lapse";
}

/**
 * Whether a view can be kept fresh: its range moves on with the clock, and what is new comes in at
 * the top. What is shown in place of the list costs too much to be asked anew so often, but for who is to be called
 * back, which is paced by what it costs.
 */
export function canRefreshLive(
  view: Pick<View, "time" | "sort" | "show">,
  range: AbsoluteRange,
  asOf: number,
): boolean {
  const { field, order } = view.sort;
  if (view.show !== undefined && view.show !== "back") return false;
  return isRelative(view.time) && range.to === asOf && field === "startTime" && order === "DESC";
}

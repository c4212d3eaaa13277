import { startOfDay } from "#contract/time/calendar-days.ts";
import { MINUTE_MS } from "#contract/time/durations.ts";
import type { AbsoluteRange } from "#contract/time/time-range.ts";
import type { WatchWindow } from "./watch-rules.ts";

const MINUTES = { "15m": 15, "30m": 30, "60m": 60 } as const;

/** The time that is looked at: up to the last whole minute, so that equal rules of many readers ask the same. */
export function windowRange(window: WatchWindow, now: number, timeZone: string): AbsoluteRange {
  const end = Math.floor(now / MINUTE_MS) * MINUTE_MS;
  const from = window === "today" ? startOfDay(now, timeZone) : end - MINUTES[window] * MINUTE_MS;
  return { from, to: Math.max(from, end - 1) };
}

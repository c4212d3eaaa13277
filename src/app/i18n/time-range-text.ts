import type { AbsoluteRange, TimeRange } from "#contract/time/time-range.ts";
import { isRelative } from "#contract/time/time-range.ts";
import type { Formats } from "./formats.ts";
import type { Labels } from "./labels.ts";

/** Two instants in full: `2026-11-22 00:00:00 – 2026-11-22 14:05:12`. */
export function absoluteRangeText({ from, to }: AbsoluteRange, formats: Formats): string {
  return `${formats.instant(from)} – ${formats.instant(to)}`;
}

/** A view's time range by its name, where it has one. */
export function timeRangeText(
  time: TimeRange,
  formats: Formats,
  names: Labels["time"]["ranges"],
): string {
  return isRelative(time) ? names[time.relative] : absoluteRangeText(time, formats);
}

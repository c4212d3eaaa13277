import { expect, test } from "vitest";
import { MINUTE_MS } from "#contract/time/durations.ts";
import { RELATIVE_RANGES } from "#contract/time/relative-range.ts";
import { resolveTimeRange, type TimeRange } from "#contract/time/time-range.ts";
import type { Sort } from "#contract/view/sort.ts";
import { canRefreshLive, LIVE_OFF, liveRefresh, type LiveEvent } from "./live-refresh.ts";

const AT = Date.UTC(2026, 10, 22, 6);
const START: LiveEvent = { type: "start", seconds: 15, at: AT, hold: undefined };
const on = liveRefresh(LIVE_OFF, START);
const tick = (at: number, hold?: "scrolled" | "loading"): LiveEvent => ({ type: "tick", at, hold });

test("it refreshes when it is started and then at every tick", () => {
  expect(on).toEqual({ on: true, seconds: 15, startedAt: AT, refreshedAt: AT });
  expect(liveRefresh(on, tick(AT + 15_000))).toMatchObject({ refreshedAt: AT + 15_000 });
});

test("nothing is refreshed while the reader holds the rows, and it goes on afterwards", () => {
  const held = liveRefresh(LIVE_OFF, { ...START, hold: "scrolled" });
  expect(held).toMatchObject({ on: true, refreshedAt: undefined });
  const still = liveRefresh(on, tick(AT + 15_000, "loading"));
  expect(still).toBe(on);
  expect(liveRefresh(still, tick(AT + 30_000))).toMatchObject({ refreshedAt: AT + 30_000 });
});

test("an error, a hidden tab and a view it cannot serve stop it and are told", () => {
  for (const reason of ["error", "hidden", "view"] as const)
    expect(liveRefresh(on, { type: "stop", reason })).toEqual({ on: false, stopped: reason });
});

test("it stops after half an hour, without a last refresh, held or not", () => {
  expect(liveRefresh(on, tick(AT + 30 * MINUTE_MS - 1))).toMatchObject({ on: true });
  const stopped = { on: false, stopped: "expired" };
  expect(liveRefresh(on, tick(AT + 30 * MINUTE_MS))).toEqual(stopped);
  expect(liveRefresh(on, tick(AT + 90 * MINUTE_MS, "scrolled"))).toEqual(stopped);
});

test("half an hour counts from the last start, not from the last refresh", () => {
  const again = liveRefresh(on, { ...START, seconds: 60, at: AT + 20 * MINUTE_MS });
  expect(again).toMatchObject({ on: true, seconds: 60 });
  const later = liveRefresh(again, tick(AT + 49 * MINUTE_MS));
  expect(later).toMatchObject({ on: true, refreshedAt: AT + 49 * MINUTE_MS });
  expect(liveRefresh(later, tick(AT + 50 * MINUTE_MS))).toMatchObject({ on: false });
});

test("why it stopped stays until it is dismissed or started again", () => {
  const stopped = liveRefresh(on, { type: "stop", reason: "hidden" });
  expect(liveRefresh(stopped, tick(AT + MINUTE_MS))).toBe(stopped);
  expect(liveRefresh(stopped, { type: "stop", reason: "error" })).toBe(stopped);
  expect(liveRefresh(stopped, { type: "off" })).toEqual({ on: false });
  expect(liveRefresh(stopped, START)).toEqual(on);
});

test("a reader who switches it off is told nothing", () => {
  expect(liveRefresh(on, { type: "off" })).toEqual({ on: false });
  expect(liveRefresh(LIVE_OFF, { type: "stop", reason: "error" })).toEqual({ on: false });
});

test("only relative ranges that reach now, newest first, can be kept fresh", () => {
  const newestFirst: Sort = { field: "startTime", order: "DESC" };
  const can = (time: TimeRange, sort = newestFirst) =>
    canRefreshLive(
      { time, sort },
      resolveTimeRange(time, AT, { timeZone: "Asia/Shanghai", retentionDays: 180 }),
      AT,
    );
  const served = RELATIVE_RANGES.filter((relative) => can({ relative }));
  expect(served).toEqual(["today", "last7d", "last30d"]);
  expect(can({ from: AT - MINUTE_MS, to: AT + MINUTE_MS })).toBe(false);
  expect(can({ relative: "today" }, { field: "startTime", order: "ASC" })).toBe(false);
  expect(can({ relative: "today" }, { field: "talkTime", order: "DESC" })).toBe(false);
});

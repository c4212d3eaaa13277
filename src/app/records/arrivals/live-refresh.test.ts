import { expect, test } from "vitest";
import { MINUTE_MS } from "#contract/time/durations.ts";
import { RELATIVE_RANGES } from "#contract/time/relative-range.ts";
import { resolveTimeRange, type TimeRange } from "#contract/time/time-range.ts";
import { SHOWN, type Shown } from "#contract/view/shown.ts";
import type { Sort } from "#contract/view/sort.ts";
import { canRefreshLive, isMadeUp, LIVE_OFF, liveRefresh, type LiveEvent } from "./live-refresh.ts";

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

test("an error and a view it cannot serve stop it and are told", () => {
  for (const reason of ["error", "view"] as const)
    expect(liveRefresh(on, { type: "stop", reason })).toEqual({ on: false, stopped: reason });
});

test("it has no end of its own", () => {
  expect(liveRefresh(on, tick(AT + 24 * 60 * MINUTE_MS))).toMatchObject({ on: true });
});

test("only what nobody was looking at is made up for at once", () => {
  const holds = [
    "scrolled",
    "record",
    "selection",
    "focus",
    "hidden",
    "outage",
    "loading",
  ] as const;
  expect(holds.filter(isMadeUp)).toEqual(["hidden", "outage"]);
  expect(isMadeUp(undefined)).toBe(false);
});

test("why it stopped stays until it is dismissed or started again", () => {
  const stopped = liveRefresh(on, { type: "stop", reason: "view" });
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
  const can = (time: TimeRange, sort = newestFirst, show?: Shown) =>
    canRefreshLive(
      { time, sort, ...(show && { show }) },
      resolveTimeRange(time, AT, { timeZone: "Asia/Shanghai", retentionDays: 180 }),
      AT,
    );
  const served = RELATIVE_RANGES.filter((relative) => can({ relative }));
  const past = ["morning", "yesterday", "lastWeek", "lastMonth"];
  expect(RELATIVE_RANGES.filter((name) => !served.includes(name))).toEqual(past);
  expect(can({ from: AT - MINUTE_MS, to: AT + MINUTE_MS })).toBe(false);
  expect(can({ relative: "today" }, { field: "startTime", order: "ASC" })).toBe(false);
  expect(can({ relative: "today" }, { field: "talkTime", order: "DESC" })).toBe(false);
  expect(SHOWN.filter((show) => can({ relative: "today" }, newestFirst, show))).toEqual(["back"]);
});

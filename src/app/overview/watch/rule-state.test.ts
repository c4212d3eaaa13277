import fc from "fast-check";
import { expect, test } from "vitest";
import { HOUR_MS, MINUTE_MS } from "#contract/time/durations.ts";
import {
  afterCheck,
  dismissed,
  isDue,
  isShown,
  quietened,
  readStates,
  uncheckedSince,
  type Measured,
  type RuleState,
} from "./rule-state.ts";
import type { WatchRule } from "./watch-rules.ts";

const NOW = Date.UTC(2026, 10, 25, 6);
const OVER: WatchRule = {
  id: "a",
  view: "",
  figure: "abandonedShare",
  side: "over",
  value: 10,
  window: "30m",
};
const UNDER: WatchRule = { ...OVER, figure: "level", side: "under", value: 80 };
const of = (value: number, base = 50): Measured => ({ value, base, range: { from: 0, to: 1 } });

/** Each check a minute after the one before; gives what was news, and the last state. */
function run(rule: WatchRule, checks: readonly (Measured | undefined)[], first?: RuleState) {
  const news: number[] = [];
  let state = first;
  for (const [minute, measured] of checks.entries()) {
    const after = afterCheck(rule, state, measured, {
      now: NOW + minute * MINUTE_MS,
      spent: 2,
    });
    if (after.isNews) news.push(minute);
    ({ state } = after);
  }
  return { news, state };
}

test("a threshold is told once as it is crossed, and again only after the figure has come back", () => {
  // 9.5 wavers around the threshold, 9 is back.
  expect(
    run(
      OVER,
      [8, 10, 11, 9.5, 12, 9, 10.1].map((value) => of(value)),
    ).news,
  ).toEqual([2, 6]);
  expect(
    run(
      UNDER,
      [85, 79, 81, 79, 88, 79].map((value) => of(value)),
    ).news,
  ).toEqual([1, 5]);
});

test("near all there is room to come back to", () => {
  const rule = { ...UNDER, value: 98 };
  expect(
    run(
      rule,
      [97, 98.5, 97, 99, 97].map((value) => of(value)),
    ).news,
  ).toEqual([0, 4]);
});

test("a share of fewer than ten calls is no alarm, and is no end of one either; a count of calls always says something", () => {
  expect(run(OVER, [of(100, 9)])).toMatchObject({ news: [], state: { status: "few" } });
  const bases = [10, 9, 10, 9, 10].map((base) => of(50, base));
  const { news, state } = run(OVER, bases);
  expect(news).toEqual([0]);
  expect(state).toMatchObject({ status: "alarm", since: NOW });
  expect(run(OVER, [of(50), of(50, 9), of(1), of(50)]).news).toEqual([0, 3]);
  const count: WatchRule = { ...OVER, figure: "abandonedInQueue", value: 3 };
  expect(run(count, [of(4, 4)]).news).toEqual([0]);
});

test("a check that failed says neither that all is well nor the contrary, and since when it is so", () => {
  const { news, state } = run(OVER, [of(12), undefined, undefined, of(12)]);
  expect(news).toEqual([0]);
  expect(state?.failedSince).toBeUndefined();
  const failed = run(OVER, [of(12), undefined, undefined]).state;
  expect(failed).toMatchObject({ status: "alarm", value: 12 });
  expect(uncheckedSince(failed, NOW)).toBe(NOW);
  expect(uncheckedSince(run(OVER, [undefined, undefined]).state, NOW)).toBe(NOW);
  // A tab that slept has not checked either.
  const calm = run(OVER, [of(1)]).state;
  expect(uncheckedSince(calm, NOW + 2 * MINUTE_MS)).toBeUndefined();
  expect(uncheckedSince(calm, NOW + 4 * MINUTE_MS)).toBe(NOW);
});

test("quiet for an hour is quiet, whatever comes, and what is still crossed then is told", () => {
  const crossed = run(OVER, [of(12)]).state;
  if (crossed === undefined) throw new Error("no state");
  expect(isShown(crossed, NOW)).toBe(true);
  const quiet = quietened(crossed, NOW);
  expect(isShown(quiet, NOW + HOUR_MS - 1)).toBe(false);
  const minutes = [of(5), ...Array.from({ length: 62 }, () => of(12))];
  expect(run(OVER, minutes, quiet).news).toEqual([60]);
  // So it is where the quiet ends while the calls are too few.
  const few = Array.from({ length: 62 }, () => of(12, 9));
  expect(run(OVER, [...few, of(12), of(12)], quiet).news).toEqual([62]);
});

test("what was dismissed comes again once it has come back and crosses anew", () => {
  const crossed = run(OVER, [of(12)]).state;
  if (crossed === undefined) throw new Error("no state");
  const gone = dismissed(crossed);
  expect(isShown(gone, NOW)).toBe(false);
  expect(run(OVER, [of(30), of(12)], gone).news).toEqual([]);
  const { news, state } = run(OVER, [of(30, 9), of(30, 10)], gone);
  expect(news).toEqual([]);
  expect(state && isShown(state, NOW + MINUTE_MS)).toBe(false);
  expect(run(OVER, [of(30), of(1), of(12)], gone).news).toEqual([2]);
});

test("of any figures there is no news twice without the figure being back between", () => {
  const check = fc.option(fc.record({ value: fc.nat(20), base: fc.integer({ min: 8, max: 12 }) }), {
    nil: undefined,
  });
  fc.assert(
    fc.property(fc.array(check), (checks) => {
      const { news } = run(
        OVER,
        checks.map((one) => one && of(one.value, one.base)),
      );
      for (const minute of news) expect(checks[minute]?.value).toBeGreaterThan(OVER.value);
      const withoutRest = news.slice(1).filter((minute, index) => {
        const between = checks.slice(news[index], minute);
        return !between.some((one) => one !== undefined && one.base >= 10 && one.value <= 9);
      });
      expect(withoutRest).toEqual([]);
    }),
  );
});

test("what costs many upstream calls is asked the more seldom, also where it failed", () => {
  for (const measured of [of(12), undefined]) {
    const { state } = afterCheck(OVER, undefined, measured, { now: NOW, spent: 150 });
    expect(isDue(state, NOW + 150_000 - 1)).toBe(false);
    expect(isDue(state, NOW + 150_000)).toBe(true);
  }
  const { state } = afterCheck(OVER, undefined, of(12), { now: NOW, spent: 150 });
  expect(uncheckedSince(state, NOW + 150_000 + 2 * MINUTE_MS)).toBeUndefined();
  expect(uncheckedSince(state, NOW + 150_001 + 2 * MINUTE_MS)).toBe(NOW);
});

test("a rule is due once a minute, and states are read as they were written", () => {
  const { state } = run(OVER, [of(12)]);
  expect(isDue(state, NOW + MINUTE_MS - 1)).toBe(false);
  expect(isDue(state, NOW + MINUTE_MS)).toBe(true);
  expect(readStates(JSON.stringify({ a: state, b: { status: "odd" } }))).toEqual({ a: state });
  expect(readStates("{")).toEqual({});
});

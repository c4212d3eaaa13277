import { expect, test } from "vitest";
import {
  MOST_RULES,
  NOTHING_WATCHED,
  putRule,
  readWatched,
  removeRule,
  writeWatched,
  type WatchRule,
} from "./watch-rules.ts";
import { windowRange } from "./watch-window.ts";

const RULE: WatchRule = {
  id: "a",
  view: "?instance=ccc-test",
  figure: "level",
  side: "under",
  value: 80,
  window: "today",
  level: { seconds: 30, formula: "answered" },
};
const many = Array.from({ length: MOST_RULES + 5 }, (_none, index) => ({
  ...RULE,
  id: `r${index}`,
}));

test("what is watched is read as it was written; what is odd is left out, and there is a bound", () => {
  const watched = { rules: [RULE], isNotified: true };
  expect(readWatched(writeWatched(watched))).toEqual(watched);
  const odd = [{ ...RULE, figure: "mood" }, { ...RULE, value: -1 }, RULE, RULE, null, "rule"];
  expect(readWatched(JSON.stringify({ rules: odd })).rules).toEqual([RULE]);
  expect(readWatched(JSON.stringify({ rules: many })).rules).toHaveLength(MOST_RULES);
  for (const text of [null, "", "{", "[]", "7", '{"rules":{}}'])
    expect(readWatched(text)).toEqual(NOTHING_WATCHED);
});

test("a rule takes the place of the one with its id, and beyond the bound none comes in", () => {
  const watched = many.reduce(putRule, NOTHING_WATCHED);
  expect(watched.rules).toHaveLength(MOST_RULES);
  const changed = putRule(watched, { ...RULE, id: "r3", value: 1 });
  expect(changed.rules[3]?.value).toBe(1);
  expect(removeRule(changed, "r3").rules).toHaveLength(MOST_RULES - 1);
});

test("the time that is looked at ends with the last whole minute", () => {
  const at = Date.parse("2026-11-25T14:05:12+08:00");
  const end = Date.parse("2026-11-25T14:05:00+08:00");
  expect(windowRange("15m", at, "Asia/Shanghai")).toEqual({ from: end - 900_000, to: end - 1 });
  expect(windowRange("today", at, "Asia/Shanghai")).toEqual({
    from: Date.parse("2026-11-25T00:00:00+08:00"),
    to: end - 1,
  });
  const midnight = Date.parse("2026-11-25T00:00:10+08:00");
  const { from, to } = windowRange("today", midnight, "Asia/Shanghai");
  expect(to).toBeGreaterThanOrEqual(from);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { MOST_SECONDS, writeSecondsRange } from "#contract/filter/seconds-range.ts";
import { secondsRangeText } from "#labels/length-text.ts";
import { messagesEnUs } from "#labels/messages-en-us.ts";
import { messagesZhCn } from "#labels/messages-zh-cn.ts";
import { readTypedDuration } from "./typed-duration.ts";

test.each([
  [">= 60 s", "60.."],
  ["≥60", "60.."],
  ["＞＝６０", "60.."],
  ["60+", "60.."],
  ["60", "60.."],
  ["2m", "120.."],
  ["2 min", "120.."],
  ["1.5 分钟以上", "90.."],
  ["不少于 1 分 30 秒", "90.."],
  ["at least 1:30", "90.."],
  ["1:02:03 or more", "3723.."],
  ["60..", "60.."],
  ["> 60", "61.."],
  ["超过1分钟", "61.."],
  ["over 1 min", "61.."],
  ["longer than 60 seconds", "61.."],
  ["≤20", "..20"],
  ["<= 20s", "..20"],
  ["..20", "..20"],
  ["20秒以内", "..20"],
  ["20 s or less", "..20"],
  ["under 20 s", "..19"],
  ["不到 20 秒", "..19"],
  ["1:30-3:00", "90..180"],
  ["1:30 – 3:00", "90..180"],
  ["60..180", "60..180"],
  ["1-3 min", "60..180"],
  ["1到3分钟", "60..180"],
  ["30 s to 2 min", "30..120"],
  ["between 30 and 60", "30..60"],
  ["从 30 到 60 秒", "30..60"],
  ["= 0", "0..0"],
  ["正好 20 秒", "20..20"],
])("%s is %s", (typed, text) => {
  const range = readTypedDuration(typed);
  expect(range && writeSecondsRange(range)).toBe(text);
});

test.each([
  "",
  "abc",
  "-5",
  "1:75",
  "3:00-1:30",
  "60 60",
  ">= ",
  "0.5 s",
  "9999999",
  "< 0",
  "60 apples",
])("%j means nothing", (typed) => {
  expect(readTypedDuration(typed)).toBeUndefined();
});

test("what is said of a range means the same when it is typed, in either language", () => {
  const bound = fc.oneof(
    fc.integer({ min: 0, max: 200 }),
    fc.integer({ min: 0, max: MOST_SECONDS }),
  );
  const ranges = fc.oneof(
    bound.map((from) => ({ from })),
    bound.map((to) => ({ to })),
    fc.tuple(bound, bound).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) })),
  );
  fc.assert(
    fc.property(ranges, fc.constantFrom(messagesZhCn, messagesEnUs), (range, words) => {
      const said = secondsRangeText(words, writeSecondsRange(range));
      expect(readTypedDuration(said), said).toEqual(range);
    }),
  );
});

test("no text at all breaks it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      readTypedDuration(text);
    }),
  );
});

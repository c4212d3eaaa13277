import { expect, test } from "vitest";
import { CRITERION_KEYS, isKind, type Criteria } from "#contract/filter/filters.ts";
import { createFormats } from "#labels/formats.ts";
import { messagesEnUs } from "#labels/messages-en-us.ts";
import { messagesZhCn } from "#labels/messages-zh-cn.ts";
import { titleText } from "./title-text.ts";

const formats = createFormats("zh-CN", "Asia/Shanghai");
const today = { relative: "today" } as const;
const title = (
  criteria: Criteria,
  arrivals = 0,
  groupName: () => string | undefined = () => undefined,
) =>
  titleText({
    view: { time: today, criteria },
    labels: messagesZhCn,
    formats,
    groupName,
    arrivals,
  });

test("the title says what is looked at, and how much waits there", () => {
  expect(title({})).toBe("今天 · 通话记录 · Callscope");
  expect(title({ contactDisposition: ["AbandonedInQueue", "AbandonedInRing"] }, 15)).toBe(
    "(15) 今天 · 排队放弃, 振铃放弃 · 通话记录 · Callscope",
  );
  const range = { from: Date.UTC(2026, 10, 21, 16), to: Date.UTC(2026, 10, 22, 6, 5, 12) };
  const view = { time: range, criteria: {} };
  expect(
    titleText({
      view,
      labels: messagesEnUs,
      formats,
      groupName: () => undefined,
      arrivals: 1204,
    }),
  ).toBe("(1,204) 2026-11-22 00:00:00 → 14:05:12 · Call records · Callscope");
});

test("a group is named, a person is not", () => {
  expect(title({ skillGroupId: "g1", agentId: "a1" }, 0, () => "售后")).toBe(
    "今天 · 坐席… · 售后 · 通话记录 · Callscope",
  );
});

const TYPED = "02155500100";
const OPEN_KEYS = CRITERION_KEYS.filter(
  (key) => !isKind(key, "choice") && !isKind(key, "multi-choice") && !isKind(key, "duration"),
);

test.each(OPEN_KEYS)("what is typed as %s is not in the title, only that something is", (key) => {
  const value = isKind(key, "words") ? [TYPED] : TYPED;
  expect(title({ [key]: value })).toBe(
    `今天 · ${messagesZhCn.filters[key]}… · 通话记录 · Callscope`,
  );
});

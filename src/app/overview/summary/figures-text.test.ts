import { createTranslator } from "use-intl/core";
import { expect, test } from "vitest";
import { levelWordsEnUs } from "#app/i18n/level-words-en-us.ts";
import { levelWordsZhCn } from "#app/i18n/level-words-zh-cn.ts";
import { createFormats } from "#labels/formats.ts";
import { messagesEnUs } from "#labels/messages-en-us.ts";
import { messagesZhCn } from "#labels/messages-zh-cn.ts";
import { figuresText } from "./figures-text.ts";
import type { Ranks, SummaryInHand } from "./use-summary.ts";

type Told = Parameters<typeof figuresText>[0];

const ranks = (base: number, seconds: readonly (number | null)[]): Ranks => ({
  base,
  hasFailed: false,
  known: seconds.map((value, index) => ({
    share: index === 0 ? 0.5 : 0.9,
    seconds: value,
    position: value === null ? null : 1,
  })),
});
const nothing: Ranks = { base: undefined, hasFailed: false, known: [] };
const whole = {
  counts: { total: 8412, base: 7000, answered: 5761, abandoned: 637 },
  base: { kind: "offered" },
  queueTime: ranks(5000, [12, 63]),
  talkTime: ranks(6100, [121, null]),
  level: {
    level: { seconds: 20, formula: "less-short" },
    now: { offered: 6500, answered: 5761, within: 5000, short: 12 },
  },
} as const satisfies Told;

const inChinese = (summary: Told) =>
  figuresText(
    summary,
    createTranslator({ locale: "zh-CN", messages: messagesZhCn, namespace: "summary" }),
    levelWordsZhCn,
    createFormats("zh-CN", "Asia/Shanghai"),
  );

test("the figures on screen are lines of text, each with the calls that it is about", () => {
  expect(inChinese(whole).split("\n")).toEqual([
    "通话 8,412",
    "接通率 82.3% · 放弃率 9.1% · 共 7,000 条呼入",
    "服务水平 20 秒内 77.1% · 共 6,500 条转人工减短时放弃 · 短时放弃 12",
    "排队 中位数 0:12 · P90 1:03 · 共 5,000 条排过队",
    "通话时长 中位数 2:01 · 共 6,100 条有通话",
  ]);
  const english = figuresText(
    whole,
    createTranslator({ locale: "en-US", messages: messagesEnUs, namespace: "summary" }),
    levelWordsEnUs,
    createFormats("en-US", "Asia/Shanghai"),
  );
  expect(english).toContain("Calls 8,412\nAnswered 82.3%");
  expect(english).toContain(
    "Service level in 20 s 77.1% · of 6,500 to agents less short abandons · short abandons 12",
  );
});

test("what is still counted, or could not be, is left out", () => {
  const level = { ...whole.level, now: undefined };
  const counts: SummaryInHand["counts"] = { ...whole.counts, answered: undefined, base: null };
  expect(inChinese({ ...whole, counts, level, queueTime: nothing, talkTime: nothing })).toBe(
    "通话 8,412",
  );
  expect(inChinese({ ...whole, counts: { ...counts, total: undefined } })).toBe("");
});

test("of no calls there is their number alone", () => {
  expect(inChinese({ ...whole, counts: { ...whole.counts, total: 0, base: 0 } })).toBe("通话 0");
});

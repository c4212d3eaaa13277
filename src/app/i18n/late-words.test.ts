import { expect, test } from "vitest";
import { backWordsEnUs } from "./back-words-en-us.ts";
import { backWordsZhCn } from "./back-words-zh-cn.ts";
import { doubtWordsEnUs } from "./doubt-words-en-us.ts";
import { doubtWordsZhCn } from "./doubt-words-zh-cn.ts";
import { droppedWordsEnUs } from "./dropped-words-en-us.ts";
import { droppedWordsZhCn } from "./dropped-words-zh-cn.ts";
import { durationWordsEnUs } from "./duration-words-en-us.ts";
import { durationWordsZhCn } from "./duration-words-zh-cn.ts";
import { levelWordsEnUs } from "./level-words-en-us.ts";
import { levelWordsZhCn } from "./level-words-zh-cn.ts";
import { manyWordsEnUs } from "./many-words-en-us.ts";
import { manyWordsZhCn } from "./many-words-zh-cn.ts";
import { repeatWordsEnUs } from "./repeat-words-en-us.ts";
import { repeatWordsZhCn } from "./repeat-words-zh-cn.ts";
import { sampleWordsEnUs } from "./sample-words-en-us.ts";
import { sampleWordsZhCn } from "./sample-words-zh-cn.ts";
import { shareWordsEnUs } from "./share-words-en-us.ts";
import { shareWordsZhCn } from "./share-words-zh-cn.ts";
import { shortcutWordsEnUs } from "./shortcut-words-en-us.ts";
import { shortcutWordsZhCn } from "./shortcut-words-zh-cn.ts";
import { watchWordsEnUs } from "./watch-words-en-us.ts";
import { watchWordsZhCn } from "./watch-words-zh-cn.ts";
import { weekWordsEnUs } from "./week-words-en-us.ts";
import { weekWordsZhCn } from "./week-words-zh-cn.ts";

/** All texts, with `7` in their blanks. */
function textsOf(words: object): string[] {
  return Object.values(words).flatMap((word: unknown) => {
    if (typeof word === "string") return [word];
    if (typeof word === "function") return [String(word("7", "7", "7"))];
    return textsOf(Object(word));
  });
}

test("no text that comes late is empty, and Chinese ones have their own punctuation", () => {
  const chinese = textsOf([
    shareWordsZhCn,
    droppedWordsZhCn,
    durationWordsZhCn,
    shortcutWordsZhCn,
    levelWordsZhCn,
    doubtWordsZhCn,
    manyWordsZhCn,
    backWordsZhCn,
    repeatWordsZhCn,
    sampleWordsZhCn,
    watchWordsZhCn,
    weekWordsZhCn,
    shortcutWordsZhCn,
  ]);
  for (const text of [
    ...chinese,
    ...textsOf([
      shareWordsEnUs,
      droppedWordsEnUs,
      durationWordsEnUs,
      shortcutWordsEnUs,
      levelWordsEnUs,
      doubtWordsEnUs,
      manyWordsEnUs,
      backWordsEnUs,
      repeatWordsEnUs,
      sampleWordsEnUs,
      watchWordsEnUs,
      weekWordsEnUs,
      shortcutWordsEnUs,
    ]),
  ])
    expect(text.trim()).not.toBe("");
  const amiss =
    /\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}|\p{Script=Han} ?[,;:?!()]|[,;:?!()] ?\p{Script=Han}/u;
  expect(chinese.filter((text) => amiss.test(text))).toEqual([]);
});

test("of one call English speaks in the singular", () => {
  expect(shareWordsEnUs.more("1", "14:05", "1")).toContain("1 call now: 1 has arrived");
  expect(shareWordsEnUs.more("8,415", "14:05", "3")).toContain("8,415 calls now: 3 have arrived");
  expect(shareWordsEnUs.same("8,412", "14:05")).toContain("The same 8,412 calls");
});

test("of many items, too, English speaks of one call in the singular", () => {
  expect(manyWordsEnUs.total("1")).toBe("1 call");
  expect(manyWordsEnUs.found("3", "12")).toBe("Found: 3, with 12 calls listed");
  expect(manyWordsEnUs.missing("2")).toBe("Not found (2)");
});

import { expect, test } from "vitest";
import { doubtWordsEnUs } from "./doubt-words-en-us.ts";
import { doubtWordsZhCn } from "./doubt-words-zh-cn.ts";
import { droppedWordsEnUs } from "./dropped-words-en-us.ts";
import { droppedWordsZhCn } from "./dropped-words-zh-cn.ts";
import { durationWordsEnUs } from "./duration-words-en-us.ts";
import { durationWordsZhCn } from "./duration-words-zh-cn.ts";
import { levelWordsEnUs } from "./level-words-en-us.ts";
import { levelWordsZhCn } from "./level-words-zh-cn.ts";
import { shareWordsEnUs } from "./share-words-en-us.ts";
import { shareWordsZhCn } from "./share-words-zh-cn.ts";
import { shortcutWordsEnUs } from "./shortcut-words-en-us.ts";
import { shortcutWordsZhCn } from "./shortcut-words-zh-cn.ts";

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

import { expect, test } from "vitest";
import { parseId } from "./plain-text.ts";

test.each([
  ["\u200ejob-1b2c\u200f", "job-1b2c"],
  ["\ufeffjob-1b2c ", "job-1b2c"],
  ['"job-1b2c"', "job-1b2c"],
  ["'job-1b2c'", "job-1b2c"],
  ["“job-1b2c”，", "job-1b2c"],
  ['"job-1b2c,"', "job-1b2c"],
  ['="job-1b2c"', "job-1b2c"],
  ["`job-1b2c`", "job-1b2c"],
  ["job-1b2c,", "job-1b2c"],
  ["job-1b2c；", "job-1b2c"],
  ["ｊｏｂ－1b2c", "job-1b2c"],
  ["agent@ccc,other", "agent@ccc,other"],
  ['5" disk', '5" disk'],
])("%j is the id %s", (text, id) => expect(parseId(text)).toBe(id));

test.each(["", '""', " , ", "\u200b"])("%j is none", (text) =>
  expect(parseId(text)).toBeUndefined(),
);

import type { DurationWords } from "./duration-words-zh-cn.ts";

/** What is said where calls are looked for by a duration, in English. */
export const durationWordsEnUs: DurationWords = {
  placeholder: "≥60, 1:30-3:00",
  bad: "Not recognized. Write ≥60, ≤20, 1:30-3:00 or 2 min or more.",
  givenSort: (count, field) =>
    `More than ${count} calls match by duration: they can only be sorted by ${field}`,
};

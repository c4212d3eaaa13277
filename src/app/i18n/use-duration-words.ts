import { createWords } from "./create-late-words.ts";
import { durationWordsEnUs } from "./duration-words-en-us.ts";
import { durationWordsZhCn, type DurationWords } from "./duration-words-zh-cn.ts";

/** What is said where calls are looked for by a duration, in the language around. */
export const useDurationWords = createWords<DurationWords>({
  "zh-CN": durationWordsZhCn,
  "en-US": durationWordsEnUs,
});

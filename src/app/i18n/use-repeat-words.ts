import { createWords } from "./create-late-words.ts";
import { repeatWordsEnUs } from "./repeat-words-en-us.ts";
import { repeatWordsZhCn, type RepeatWords } from "./repeat-words-zh-cn.ts";

/** What is said of customers with several calls, in the language around. */
export const useRepeatWords = createWords<RepeatWords>({
  "zh-CN": repeatWordsZhCn,
  "en-US": repeatWordsEnUs,
});

import { createWords } from "./create-late-words.ts";
import { doubtWordsEnUs } from "./doubt-words-en-us.ts";
import { doubtWordsZhCn, type DoubtWords } from "./doubt-words-zh-cn.ts";

/** What is said of a call's times that contradict each other, in the language around. */
export const useDoubtWords = createWords<DoubtWords>({
  "zh-CN": doubtWordsZhCn,
  "en-US": doubtWordsEnUs,
});

import { backWordsEnUs } from "./back-words-en-us.ts";
import { backWordsZhCn, type BackWords } from "./back-words-zh-cn.ts";
import { createWords } from "./create-late-words.ts";

/** What is said of callers to be called back, in the language around. */
export const useBackWords = createWords<BackWords>({
  "zh-CN": backWordsZhCn,
  "en-US": backWordsEnUs,
});

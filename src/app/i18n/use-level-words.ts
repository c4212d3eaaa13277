import { createWords } from "./create-late-words.ts";
import { levelWordsEnUs } from "./level-words-en-us.ts";
import { levelWordsZhCn, type LevelWords } from "./level-words-zh-cn.ts";

/** What is said of a service level, in the language around. */
export const useLevelWords = createWords<LevelWords>({
  "zh-CN": levelWordsZhCn,
  "en-US": levelWordsEnUs,
});

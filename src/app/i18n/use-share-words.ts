import { createWords } from "./create-late-words.ts";
import { shareWordsEnUs } from "./share-words-en-us.ts";
import { shareWordsZhCn, type ShareWords } from "./share-words-zh-cn.ts";

/** What is said of a shared view, in the language around. */
export const useShareWords = createWords<ShareWords>({
  "zh-CN": shareWordsZhCn,
  "en-US": shareWordsEnUs,
});

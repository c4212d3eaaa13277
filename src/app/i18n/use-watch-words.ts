import { createWords } from "./create-late-words.ts";
import { watchWordsEnUs } from "./watch-words-en-us.ts";
import { watchWordsZhCn, type WatchWords } from "./watch-words-zh-cn.ts";

/** What is said of figures that are watched, in the language around. */
export const useWatchWords = createWords<WatchWords>({
  "zh-CN": watchWordsZhCn,
  "en-US": watchWordsEnUs,
});

import { createWords } from "./create-late-words.ts";
import { droppedWordsEnUs } from "./dropped-words-en-us.ts";
import { droppedWordsZhCn, type DroppedWords } from "./dropped-words-zh-cn.ts";

/** What is said of an address that could not be used whole, in the language around. */
export const useDroppedWords = createWords<DroppedWords>({
  "zh-CN": droppedWordsZhCn,
  "en-US": droppedWordsEnUs,
});

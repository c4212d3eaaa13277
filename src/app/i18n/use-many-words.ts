import { createWords } from "./create-late-words.ts";
import { manyWordsEnUs } from "./many-words-en-us.ts";
import { manyWordsZhCn, type ManyWords } from "./many-words-zh-cn.ts";

/** What is said where many numbers and ids are looked for at once, in the language around. */
export const useManyWords = createWords<ManyWords>({
  "zh-CN": manyWordsZhCn,
  "en-US": manyWordsEnUs,
});

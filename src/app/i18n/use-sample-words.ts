import { createWords } from "./create-late-words.ts";
import { sampleWordsEnUs } from "./sample-words-en-us.ts";
import { sampleWordsZhCn, type SampleWords } from "./sample-words-zh-cn.ts";

/** What is said of calls drawn at random, in the language around. */
export const useSampleWords = createWords<SampleWords>({
  "zh-CN": sampleWordsZhCn,
  "en-US": sampleWordsEnUs,
});

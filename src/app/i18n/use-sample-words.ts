import { useLocale } from "use-intl";
import { sampleWordsEnUs } from "./sample-words-en-us.ts";
import { sampleWordsZhCn, type SampleWords } from "./sample-words-zh-cn.ts";

/** What is said of calls drawn at random, in the language around. */
export function useSampleWords(): SampleWords {
  return useLocale() === "zh-CN" ? sampleWordsZhCn : sampleWordsEnUs;
}

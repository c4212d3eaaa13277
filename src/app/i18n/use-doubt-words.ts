import { useLocale } from "use-intl";
import { doubtWordsEnUs } from "./doubt-words-en-us.ts";
import { doubtWordsZhCn, type DoubtWords } from "./doubt-words-zh-cn.ts";

/** What is said of a call's times that contradict each other, in the language around. */
export function useDoubtWords(): DoubtWords {
  return useLocale() === "zh-CN" ? doubtWordsZhCn : doubtWordsEnUs;
}

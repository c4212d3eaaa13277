import { useLocale } from "use-intl";
import { repeatWordsEnUs } from "./repeat-words-en-us.ts";
import { repeatWordsZhCn, type RepeatWords } from "./repeat-words-zh-cn.ts";

/** What is said of customers with several calls, in the language around. */
export function useRepeatWords(): RepeatWords {
  return useLocale() === "zh-CN" ? repeatWordsZhCn : repeatWordsEnUs;
}

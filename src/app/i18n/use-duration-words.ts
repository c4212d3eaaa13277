import { useLocale } from "use-intl";
import { durationWordsEnUs } from "./duration-words-en-us.ts";
import { durationWordsZhCn, type DurationWords } from "./duration-words-zh-cn.ts";

/** What is said where calls are looked for by a duration, in the language around. */
export function useDurationWords(): DurationWords {
  return useLocale() === "zh-CN" ? durationWordsZhCn : durationWordsEnUs;
}

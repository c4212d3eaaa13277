import { useLocale } from "use-intl";
import { backWordsEnUs } from "./back-words-en-us.ts";
import { backWordsZhCn, type BackWords } from "./back-words-zh-cn.ts";

/** What is said of callers to be called back, in the language around. */
export function useBackWords(): BackWords {
  return useLocale() === "zh-CN" ? backWordsZhCn : backWordsEnUs;
}

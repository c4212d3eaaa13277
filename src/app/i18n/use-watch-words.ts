import { useLocale } from "use-intl";
import { watchWordsEnUs } from "./watch-words-en-us.ts";
import { watchWordsZhCn, type WatchWords } from "./watch-words-zh-cn.ts";

/** What is said of figures that are watched, in the language around. */
export function useWatchWords(): WatchWords {
  return useLocale() === "zh-CN" ? watchWordsZhCn : watchWordsEnUs;
}

import { useLocale } from "use-intl";
import { shareWordsEnUs } from "./share-words-en-us.ts";
import { shareWordsZhCn, type ShareWords } from "./share-words-zh-cn.ts";

/** What is said of a shared view, in the language around. */
export function useShareWords(): ShareWords {
  return useLocale() === "zh-CN" ? shareWordsZhCn : shareWordsEnUs;
}

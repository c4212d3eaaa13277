import { useLocale } from "use-intl";
import { droppedWordsEnUs } from "./dropped-words-en-us.ts";
import { droppedWordsZhCn, type DroppedWords } from "./dropped-words-zh-cn.ts";

/** What is said of an address that could not be used whole, in the language around. */
export function useDroppedWords(): DroppedWords {
  return useLocale() === "zh-CN" ? droppedWordsZhCn : droppedWordsEnUs;
}

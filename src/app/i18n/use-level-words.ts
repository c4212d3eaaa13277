import { useLocale } from "use-intl";
import { levelWordsEnUs } from "./level-words-en-us.ts";
import { levelWordsZhCn, type LevelWords } from "./level-words-zh-cn.ts";

/** What is said of a service level, in the language around. */
export function useLevelWords(): LevelWords {
  return useLocale() === "zh-CN" ? levelWordsZhCn : levelWordsEnUs;
}

import { useLocale } from "use-intl";
import { savedWordsEnUs } from "./saved-words-en-us.ts";
import { savedWordsZhCn, type SavedWords } from "./saved-words-zh-cn.ts";

/** The texts of saved views, in the language around. */
export function useSavedWords(): SavedWords {
  return useLocale() === "zh-CN" ? savedWordsZhCn : savedWordsEnUs;
}

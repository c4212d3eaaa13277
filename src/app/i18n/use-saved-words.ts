import { createWords } from "./create-late-words.ts";
import { savedWordsEnUs } from "./saved-words-en-us.ts";
import { savedWordsZhCn, type SavedWords } from "./saved-words-zh-cn.ts";

/** The texts of saved views, in the language around. */
export const useSavedWords = createWords<SavedWords>({
  "zh-CN": savedWordsZhCn,
  "en-US": savedWordsEnUs,
});

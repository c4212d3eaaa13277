import { createWords } from "./create-late-words.ts";
import { shortcutWordsEnUs } from "./shortcut-words-en-us.ts";
import { shortcutWordsZhCn, type ShortcutWords } from "./shortcut-words-zh-cn.ts";

/** What the help on shortcuts says, in the language around. */
export const useShortcutWords = createWords<ShortcutWords>({
  "zh-CN": shortcutWordsZhCn,
  "en-US": shortcutWordsEnUs,
});

import { useLocale } from "use-intl";
import { shortcutWordsEnUs } from "./shortcut-words-en-us.ts";
import { shortcutWordsZhCn, type ShortcutWords } from "./shortcut-words-zh-cn.ts";

/** What the help on shortcuts says, in the language around. */
export function useShortcutWords(): ShortcutWords {
  return useLocale() === "zh-CN" ? shortcutWordsZhCn : shortcutWordsEnUs;
}

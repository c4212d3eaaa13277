import { useLocale } from "use-intl";
import { weekWordsEnUs } from "./week-words-en-us.ts";
import { weekWordsZhCn, type WeekWords } from "./week-words-zh-cn.ts";

/** What is said of calls by weekday and hour, in the language around. */
export function useWeekWords(): WeekWords {
  return useLocale() === "zh-CN" ? weekWordsZhCn : weekWordsEnUs;
}

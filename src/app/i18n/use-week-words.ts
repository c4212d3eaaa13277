import { createWords } from "./create-late-words.ts";
import { weekWordsEnUs } from "./week-words-en-us.ts";
import { weekWordsZhCn, type WeekWords } from "./week-words-zh-cn.ts";

/** What is said of calls by weekday and hour, in the language around. */
export const useWeekWords = createWords<WeekWords>({
  "zh-CN": weekWordsZhCn,
  "en-US": weekWordsEnUs,
});

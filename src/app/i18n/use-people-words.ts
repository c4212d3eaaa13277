import { useLocale } from "use-intl";
import { peopleWordsEnUs } from "./people-words-en-us.ts";
import { peopleWordsZhCn, type PeopleWords } from "./people-words-zh-cn.ts";

/** What is said in the table of agents and skill groups, in the language around. */
export function usePeopleWords(): PeopleWords {
  return useLocale() === "zh-CN" ? peopleWordsZhCn : peopleWordsEnUs;
}

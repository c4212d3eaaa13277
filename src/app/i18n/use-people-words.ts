import { createWords } from "./create-late-words.ts";
import { peopleWordsEnUs } from "./people-words-en-us.ts";
import { peopleWordsZhCn, type PeopleWords } from "./people-words-zh-cn.ts";

/** What is said in the table of agents and skill groups, in the language around. */
export const usePeopleWords = createWords<PeopleWords>({
  "zh-CN": peopleWordsZhCn,
  "en-US": peopleWordsEnUs,
});

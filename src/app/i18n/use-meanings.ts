import { createWords } from "./create-late-words.ts";
import { meaningsEnUs } from "./meanings-en-us.ts";
import { meaningsZhCn, type Meanings } from "./meanings-zh-cn.ts";

/** What fields and outcomes mean, in the language around. */
export const useMeanings = createWords<Meanings>({
  "zh-CN": meaningsZhCn,
  "en-US": meaningsEnUs,
});

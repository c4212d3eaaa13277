import { useLocale } from "use-intl";
import { meaningsEnUs } from "./meanings-en-us.ts";
import { meaningsZhCn, type Meanings } from "./meanings-zh-cn.ts";

/** What fields and outcomes mean, in the language around. */
export function useMeanings(): Meanings {
  return useLocale() === "zh-CN" ? meaningsZhCn : meaningsEnUs;
}

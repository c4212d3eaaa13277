import type { Locale } from "#contract/api/locales.ts";
import { messagesEnUs } from "./messages-en-us.ts";
import { messagesZhCn } from "./messages-zh-cn.ts";
import type { Messages } from "./messages.ts";

const MESSAGES: Readonly<Record<Locale, Messages>> = {
  "zh-CN": messagesZhCn,
  "en-US": messagesEnUs,
};

/** All texts of a language at once, for the server: the browser has those of one language at a time. */
export function messagesOf(locale: Locale): Messages {
  return MESSAGES[locale];
}

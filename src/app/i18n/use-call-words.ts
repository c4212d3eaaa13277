import { createTranslator } from "use-intl/core";
import type { Locale } from "#contract/api/locales.ts";
import { callMessagesEnUs } from "#labels/call-messages-en-us.ts";
import { callMessagesZhCn, type CallMessages } from "#labels/call-messages-zh-cn.ts";
import { createLateWords } from "./create-late-words.ts";

// The texts that come with the drawer, in the language around.

const messagesOf = (locale: Locale) =>
  (locale === "zh-CN" ? callMessagesZhCn : callMessagesEnUs) as CallMessages;

export const useRecordingWords = createLateWords((locale) =>
  createTranslator({ locale, messages: messagesOf(locale), namespace: "recording" }),
);

export const useStoryWords = createLateWords((locale) =>
  createTranslator({ locale, messages: messagesOf(locale), namespace: "story" }),
);

export const useTimelineText = createLateWords((locale) =>
  createTranslator({ locale, messages: messagesOf(locale), namespace: "timeline" }),
);

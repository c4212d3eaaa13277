import { createTranslator } from "use-intl/core";
import type { Locale } from "#contract/api/locales.ts";
import { callMessagesEnUs } from "#labels/call-messages-en-us.ts";
import { callMessagesZhCn, type CallMessages } from "#labels/call-messages-zh-cn.ts";
import { createLateWords } from "./create-late-words.ts";

// The texts that come with the drawer, in the language around.

const MESSAGES: Readonly<Record<Locale, CallMessages>> = {
  "zh-CN": callMessagesZhCn,
  "en-US": callMessagesEnUs,
};

export const useRecordingWords = createLateWords(MESSAGES, (messages, locale) =>
  createTranslator({ locale, messages, namespace: "recording" }),
);

export const useStoryWords = createLateWords(MESSAGES, (messages, locale) =>
  createTranslator({ locale, messages, namespace: "story" }),
);

export const useTimelineText = createLateWords(MESSAGES, (messages, locale) =>
  createTranslator({ locale, messages, namespace: "timeline" }),
);

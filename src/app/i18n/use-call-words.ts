import { useMemo } from "react";
import { useLocale } from "use-intl";
import { createTranslator } from "use-intl/core";
import type { Locale } from "#contract/api/locales.ts";
import { callMessagesEnUs } from "#labels/call-messages-en-us.ts";
import { callMessagesZhCn, type CallMessages } from "#labels/call-messages-zh-cn.ts";

// The texts that come with the drawer, in the language around.

const messagesOf = (locale: Locale) =>
  (locale === "zh-CN" ? callMessagesZhCn : callMessagesEnUs) as CallMessages;

const recordingOf = (locale: Locale) =>
  createTranslator({ locale, messages: messagesOf(locale), namespace: "recording" });
const storyOf = (locale: Locale) =>
  createTranslator({ locale, messages: messagesOf(locale), namespace: "story" });
const timelineOf = (locale: Locale) =>
  createTranslator({ locale, messages: messagesOf(locale), namespace: "timeline" });

export type TimelineWords = ReturnType<typeof timelineOf>;

export function useRecordingWords(): ReturnType<typeof recordingOf> {
  const locale = useLocale();
  return useMemo(() => recordingOf(locale), [locale]);
}

export function useStoryWords(): ReturnType<typeof storyOf> {
  const locale = useLocale();
  return useMemo(() => storyOf(locale), [locale]);
}

export function useTimelineText(): TimelineWords {
  const locale = useLocale();
  return useMemo(() => timelineOf(locale), [locale]);
}

import { createTranslator } from "use-intl/core";
import type { Locale } from "#contract/api/locales.ts";
import { exportMessagesEnUs } from "#labels/export-messages-en-us.ts";
import { exportMessagesZhCn, type ExportMessages } from "#labels/export-messages-zh-cn.ts";
import { createLateWords } from "./create-late-words.ts";

const MESSAGES: Readonly<Record<Locale, ExportMessages>> = {
  "zh-CN": exportMessagesZhCn,
  "en-US": exportMessagesEnUs,
};

/** The texts of an export of everything, and of opening a file, in the language around. */
export const useExportWords = createLateWords(MESSAGES, (messages, locale) =>
  createTranslator({ locale, messages }),
);

export type ExportWords = ReturnType<typeof useExportWords>;

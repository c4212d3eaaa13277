import { useMemo } from "react";
import { useLocale } from "use-intl";
import { createTranslator } from "use-intl/core";
import type { Locale } from "#contract/api/locales.ts";
import { exportMessagesEnUs } from "#labels/export-messages-en-us.ts";
import { exportMessagesZhCn, type ExportMessages } from "#labels/export-messages-zh-cn.ts";

const translatorOf = (locale: Locale) =>
  createTranslator({
    locale,
    messages: (locale === "zh-CN" ? exportMessagesZhCn : exportMessagesEnUs) as ExportMessages,
  });

export type ExportWords = ReturnType<typeof translatorOf>;

/** The texts that come late, in the language around. */
export function useExportWords(): ExportWords {
  const locale = useLocale();
  return useMemo(() => translatorOf(locale), [locale]);
}

import { createTranslator } from "use-intl/core";
import { exportMessagesEnUs } from "#labels/export-messages-en-us.ts";
import { exportMessagesZhCn, type ExportMessages } from "#labels/export-messages-zh-cn.ts";
import { createLateWords } from "./create-late-words.ts";

/** The texts of an export of everything, and of opening a file, in the language around. */
export const useExportWords = createLateWords((locale) =>
  createTranslator({
    locale,
    messages: (locale === "zh-CN" ? exportMessagesZhCn : exportMessagesEnUs) as ExportMessages,
  }),
);

export type ExportWords = ReturnType<typeof useExportWords>;

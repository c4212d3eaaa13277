import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { ApiError, isLapse } from "#app/api/api-error.ts";
import { tellLapse } from "#app/api/lapse.ts";
import { postJson } from "#app/api/post-json.ts";
import { useErrorWords } from "#app/i18n/error-words.ts";
import { EXPORTS_ROUTE, exportReplySchema, type ExportRequest } from "#contract/api/exports.ts";
import { callsSearch, type CallSet } from "#contract/view/call-set.ts";

/** What leaves the screen is in the audit log before it does. */
export interface NotedExport {
  /** @throws {ApiError} where it is not in the log, and then must not leave */
  noted(of: CallSet, records: number, bytes?: number): Promise<void>;
  /** What is said of one that failed. */
  whyNot(error: unknown, otherwise: "failed" | "notCopied"): string;
}

export function useNotedExport(): NotedExport {
  const t = useTranslations("export");
  const client = useQueryClient();
  const errorWords = useErrorWords();
  return {
    async noted(of, records, bytes) {
      const body: ExportRequest = {
        view: callsSearch(of),
        records,
        ...(bytes !== undefined && { bytes }),
      };
      await postJson(EXPORTS_ROUTE, body, exportReplySchema, new AbortController().signal);
    },
    whyNot(error, otherwise) {
      if (!(error instanceof ApiError)) return t(otherwise);
      // Nothing that is watched for has failed, so it has to be told.
      if (isLapse(error)) tellLapse(client, "lapsed");
      return t("refused", { why: errorWords(error).title });
    },
  };
}

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { sessionQuery } from "#app/api/session-query.ts";
import { useFormats } from "#app/i18n/formats.ts";
import { useLabels } from "#app/i18n/labels.ts";
import { loadCode } from "#app/ui/load-code.ts";
import { useSay } from "#app/ui/use-say.tsx";
import { useColumns } from "#app/view/use-columns.ts";
import { useView } from "#app/view/use-view.tsx";
import type { CallRecord } from "#contract/record/call-record.ts";
import { fileName } from "./file-name.ts";
import type { FileFormat, TextFormat } from "./page-formats.ts";
import { saveFile } from "./save-file.ts";

interface PageExport {
  save(records: readonly CallRecord[], format: FileFormat): Promise<void>;
  copy(records: readonly CallRecord[], format: TextFormat): Promise<void>;
}

/** Saves and copies records as they are on screen, and says what became of it. */
export function usePageExport(): PageExport {
  const t = useTranslations("export");
  const labels = useLabels();
  const formats = useFormats();
  const say = useSay();
  const { view, instance, asOf, range } = useView();
  const { columns } = useColumns();
  const { instances } = useSuspenseQuery(sessionQuery()).data;
  const words = { labels, formats, nowMs: asOf };
  const title = t("fileName");
  const contentOf = (records: readonly CallRecord[]) => ({
    records,
    columns: columns.shown,
    words,
    title,
  });

  /** The code comes when it is first needed; undefined, and said, where it does not. */
  async function loaded<Code>(load: () => Promise<Code>): Promise<Code | undefined> {
    try {
      return await loadCode(load);
    } catch {
      say("error", t("notLoaded"));
      return undefined;
    }
  }

  async function save(records: readonly CallRecord[], format: FileFormat) {
    const code = await loaded(() => import("./page-file.ts"));
    if (code === undefined) return;
    try {
      const file = await code.pageFile(contentOf(records), format);
      const named = instances.find(({ id }) => id === instance)?.name ?? "";
      const { criteria, page } = view;
      const name = fileName({ title, instance: named, range, criteria, page, words, format });
      saveFile(file, name);
      say("success", t("done", { count: records.length, name }));
    } catch {
      say("error", t("failed"));
    }
  }

  async function copy(records: readonly CallRecord[], format: TextFormat) {
    const code = await loaded(() => import("./page-text.ts"));
    if (code === undefined) return;
    try {
      await navigator.clipboard.writeText(code.pageText(contentOf(records), format));
      say("success", t("copied", { count: records.length }));
    } catch {
      say("error", t("notCopied"));
    }
  }

  return { save, copy };
}

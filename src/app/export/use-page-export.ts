import { useSuspenseQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "use-intl";
import { shownOf, useKnownNumbers, withNumbers } from "#app/api/known-numbers.ts";
import { sessionQuery } from "#app/api/session-query.ts";
import { useFormats } from "#app/i18n/use-formats.ts";
import { useLabels } from "#app/i18n/use-labels.ts";
import { copyOnceHere } from "#app/ui/copy-once-here.ts";
import { useSay } from "#app/ui/use-say.tsx";
import { useColumns } from "#app/view/use-columns.ts";
import { useNotedExport } from "#app/view/use-noted-export.ts";
import { useView } from "#app/view/use-view.tsx";
import type { CallRecord } from "#contract/record/call-record.ts";
import type { FileFormat, TextFormat } from "./page-formats.ts";

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
  const { noted, whyNot } = useNotedExport();
  const { view, asOf, calls } = useView();
  const { columns } = useColumns();
  const session = useSuspenseQuery(sessionQuery()).data;
  const known = useKnownNumbers();
  const locale = useLocale();
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
      return await load();
    } catch {
      say("error", t("notLoaded"));
      return undefined;
    }
  }

  async function save(records: readonly CallRecord[], format: FileFormat) {
    const code = await loaded(() => import("./page-file.ts"));
    if (code === undefined || calls === undefined) return;
    try {
      const of = calls;
      const shown = withNumbers(known, of.instance, of.criteria, shownOf);
      const facts = { calls: of, shown, view, columns, session, locale };
      const name = await code.savePage(contentOf(records), format, facts, (bytes) =>
        noted(of, records.length, bytes),
      );
      say("success", t("done", { count: records.length, name }));
    } catch (error) {
      say("error", whyNot(error, "failed"));
    }
  }

  async function copy(records: readonly CallRecord[], format: TextFormat) {
    if (calls === undefined) return;
    const of = calls;
    const coming = loaded(() => import("./page-text.ts")).then(async (code) => {
      if (code === undefined) return undefined;
      const text = code.pageText(contentOf(records), format);
      await noted(of, records.length);
      return text;
    });
    try {
      // Before anything is waited for: some browsers let a page write only as the reader presses something.
      if (!(await copyOnceHere(coming))) return;
      say("success", t("copied", { count: records.length }));
    } catch (error) {
      say("error", whyNot(error, "notCopied"));
    }
  }

  return { save, copy };
}

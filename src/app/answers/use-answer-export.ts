import { useSuspenseQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "use-intl";
import { shownOf, useKnownNumbers, withNumbers } from "#app/api/known-numbers.ts";
import { sessionQuery } from "#app/api/session-query.ts";
import { useFormats } from "#app/i18n/use-formats.ts";
import { useLabels } from "#app/i18n/use-labels.ts";
import { copyOnceHere } from "#app/ui/copy-once-here.ts";
import { saveFile } from "#app/ui/save-file.ts";
import { useSay } from "#app/ui/use-say.tsx";
import { useNotedExport } from "#app/view/use-noted-export.ts";
import type { CallSet } from "#contract/view/call-set.ts";
import type { Shown } from "#contract/view/shown.ts";
import { linkSearch } from "#contract/view/view-codec.ts";
import { DEFAULT_VIEW, type View } from "#contract/view/view.ts";
import { aboutFile } from "#labels/about-file.ts";
import { fileName } from "#labels/file-name.ts";
import { createCsvWriter } from "#sheet/csv/csv-writer.ts";
import { tsvText } from "#sheet/lines/tsv-text.ts";
import { wholeSheet } from "#sheet/sheet-writer.ts";
import type { Row, SheetHead } from "#sheet/sheet.ts";

/** A table as a file has it. */
export interface AnswerTable {
  readonly head: SheetHead;
  readonly rows: readonly Row[];
  /** What else the file is to say about itself. */
  readonly notes: readonly (readonly [label: string, text: string])[];
}

interface AnswerExport {
  save(table: AnswerTable): Promise<void>;
  copy(table: AnswerTable): Promise<void>;
}

/**
 * Saves and copies an answer as it is on screen, once that is in the audit log, and says what became of it.
 *
 * @param more what else of the view the answer hangs on
 */
export function useAnswerExport(
  calls: CallSet,
  show: Shown,
  more: Pick<View, "sample" | "within" | "per" | "order"> = {},
): AnswerExport {
  const t = useTranslations("export");
  const labels = useLabels();
  const formats = useFormats();
  const say = useSay();
  const { noted, whyNot } = useNotedExport();
  const session = useSuspenseQuery(sessionQuery()).data;
  const known = useKnownNumbers();
  const locale = useLocale();
  const { instance, range, criteria, asOf } = calls;
  const words = { labels, formats, nowMs: asOf };

  function aboutTable({ rows, notes }: AnswerTable) {
    const name = session.instances.find(({ id }) => id === instance)?.name ?? instance;
    const about = aboutFile(
      {
        instance: [...new Set([name, instance])],
        range,
        asOf,
        criteria: withNumbers(known, instance, criteria, shownOf),
        rows: rows.length,
        total: undefined,
        isMasked: session.rights.numbers !== "full",
        by: session.user?.name,
        madeAt: session.now(),
        requestIds: [],
        view: linkSearch({ ...DEFAULT_VIEW, instance, time: range, criteria, show, ...more }),
        origin: location.origin,
      },
      words,
      locale,
    );
    return { ...about, lines: [...about.lines, ...notes] };
  }

  return {
    async save(table) {
      const { head, rows } = table;
      try {
        const pieces = wholeSheet(createCsvWriter(head), rows, aboutTable(table));
        const parts = pieces.map((piece) => new Uint8Array(piece));
        const file = new Blob(parts, { type: "text/csv;charset=utf-8" });
        const named = { instance, range, criteria, title: head.title, words, format: "csv" };
        const name = fileName({
          ...named,
          instance: session.instances.find(({ id }) => id === instance)?.name ?? "",
        });
        await noted(calls, rows.length, file.size);
        saveFile(file, name);
        say("success", t("done", { count: rows.length, name }));
      } catch (error) {
        say("error", whyNot(error, "failed"));
      }
    },
    async copy({ head, rows }) {
      try {
        // Before anything is waited for: some browsers let a page write only as the reader presses something.
        const coming = noted(calls, rows.length).then(() => tsvText(head, [...rows]));
        if (await copyOnceHere(coming)) say("success", t("copied", { count: rows.length }));
      } catch (error) {
        say("error", whyNot(error, "notCopied"));
      }
    },
  };
}

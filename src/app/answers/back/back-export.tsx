import Button from "antd/es/button";
import { useAnswerExport } from "#app/answers/use-answer-export.ts";
import { useHasRight } from "#app/api/use-rights.ts";
import { useBackWords } from "#app/i18n/use-back-words.ts";
import { useFormats } from "#app/i18n/use-formats.ts";
import { useLabels } from "#app/i18n/use-labels.ts";
import type { WaitingCaller } from "#contract/api/call-back.ts";
import type { CallSet } from "#contract/view/call-set.ts";
import { backSheet } from "./back-sheet.ts";

interface BackExportProps {
  readonly calls: CallSet;
  readonly callers: readonly WaitingCaller[];
  readonly notes: readonly string[];
}

/** The list to paste or as a file, for those who may take calls with them. */
export function BackExport({ calls, callers, notes }: BackExportProps) {
  const back = useBackWords();
  const labels = useLabels();
  const formats = useFormats();
  const mayExport = useHasRight("exportPage");
  const { save, copy } = useAnswerExport(calls, "back");
  if (!mayExport) return null;
  const sheet = () =>
    backSheet(
      callers,
      back,
      { labels, formats, nowMs: calls.asOf },
      notes.map((note) => [back.title, note]),
    );
  return (
    <>
      <Button size="small" disabled={callers.length === 0} onClick={() => void copy(sheet())}>
        {back.copy}
      </Button>
      <Button size="small" disabled={callers.length === 0} onClick={() => void save(sheet())}>
        {back.csv}
      </Button>
    </>
  );
}

import { useEffect, useEffectEvent } from "react";
import { useTranslations } from "use-intl";
import { useFormats } from "#app/i18n/use-formats.ts";
import { useLabels } from "#app/i18n/use-labels.ts";
import { rowAt } from "#app/records/list/row-map.ts";
import type { RowsInHand } from "#app/records/list/use-rows.ts";
import { selectedCells } from "#app/ui/grid-dom.ts";
import { useSay } from "#app/ui/use-say.tsx";
import { useColumns } from "#app/view/use-columns.ts";
import { cellsTsv } from "./cells-tsv.ts";

/** What is selected over several cells is copied as cells, whether or not its rows are in the document. */
export function useCopyCells(list: RowsInHand["list"]): void {
  const t = useTranslations("actions");
  const say = useSay();
  const labels = useLabels();
  const formats = useFormats();
  const { columns } = useColumns();
  const onCopy = useEffectEvent((event: ClipboardEvent) => {
    const span = selectedCells();
    if (list === undefined || span === undefined || event.clipboardData === null) return;
    const { text, missing } = cellsTsv(span, {
      columns: columns.shown,
      recordAt: (row) => rowAt(list.map, row),
      words: { labels, formats, nowMs: list.of.calls.asOf },
    });
    event.clipboardData.setData("text/plain", text);
    event.preventDefault();
    if (missing > 0) say("error", t("partlyCopied", { count: missing }), "copy-cells");
  });
  useEffect(() => {
    document.addEventListener("copy", onCopy);
    return () => document.removeEventListener("copy", onCopy);
  }, []);
}

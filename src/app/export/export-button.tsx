import DownloadOutlined from "@ant-design/icons/es/icons/DownloadOutlined";
import Button from "antd/es/button";
import { useTranslations } from "use-intl";
import { useFormats } from "#app/i18n/formats.ts";
import { useLabels } from "#app/i18n/labels.ts";
import { loadCode } from "#app/ui/load-code.ts";
import { useSay } from "#app/ui/use-say.tsx";
import { useColumns } from "#app/view/use-columns.ts";
import { useView } from "#app/view/use-view.tsx";
import type { CallRecord } from "#contract/record/call-record.ts";
import { saveFile } from "./save-file.ts";

/** Saves the page on screen as CSV. `records` is absent while what is on screen is not the view's. */
export function ExportButton({ records }: { records: readonly CallRecord[] | undefined }) {
  const t = useTranslations("export");
  const labels = useLabels();
  const formats = useFormats();
  const say = useSay();
  const { view, asOf, range } = useView();
  const { columns } = useColumns();

  async function save(rows: readonly CallRecord[]) {
    try {
      // The writer comes when it is first needed.
      const { recordsCsv } = await loadCode(() => import("./csv.ts"));
      const csv = recordsCsv(rows, columns.shown, {
        labels,
        formats,
        nowMs: asOf,
      });
      const stamp = (ms: number) => {
        const { day, clock } = formats.reading(ms);
        const offset = formats.twiceShown(ms)?.slice("UTC".length) ?? "";
        return `${day}T${clock}${offset}`.replaceAll(":", "");
      };
      const name = `${t("fileName")}_${stamp(range.from)}_${stamp(range.to)}_p${view.page}.csv`;
      saveFile(new Blob([csv], { type: "text/csv;charset=utf-8" }), name);
      say("success", t("done", { count: rows.length, name }));
    } catch {
      say("error", t("failed"));
    }
  }

  return (
    <Button
      size="small"
      icon={<DownloadOutlined aria-hidden />}
      title={t("hint")}
      disabled={records === undefined || records.length === 0}
      onClick={() => records && void save(records)}
    >
      {t("button")}
    </Button>
  );
}

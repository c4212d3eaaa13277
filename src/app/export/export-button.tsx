import DownloadOutlined from "@ant-design/icons/es/icons/DownloadOutlined";
import DownOutlined from "@ant-design/icons/es/icons/DownOutlined";
import Button from "antd/es/button";
import { useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { PartFailed } from "#app/i18n/part-failed.tsx";
import { selectedCells } from "#app/ui/grid-dom.ts";
import { createLazyPart } from "#app/ui/lazy-part.tsx";
import { usePreference } from "#app/ui/preference.ts";
import { useSay } from "#app/ui/use-say.tsx";
import type { CallRecord } from "#contract/record/call-record.ts";
import { FILE_FORMAT, type FileFormat, type TextFormat } from "./page-formats.ts";
import { usePageExport } from "./use-page-export.ts";
import classes from "./export-button.module.css";

const ExportMenu = createLazyPart(
  () => import("./export-menu.tsx"),
  (module) => module.ExportMenu,
);

interface ExportButtonProps {
  /** The page on screen; absent while what is on screen is not the view's. */
  readonly records: readonly CallRecord[] | undefined;
  /** The call in a row of the whole list, from 0, where it is held. */
  readonly recordAt: (row: number) => CallRecord | undefined;
  /** Calls that match; undefined while that is not known. */
  readonly total: number | undefined;
}

interface OpenMenu {
  readonly button: HTMLElement;
  /** The calls of the selected rows; undefined for those that are not held. */
  readonly selected: readonly (CallRecord | undefined)[] | undefined;
}

/** Saves the page on screen in the format used last, and beside it what else can be made of it. */
export function ExportButton({ records, recordAt, total }: ExportButtonProps) {
  const t = useTranslations("export");
  const actions = useTranslations("actions");
  const say = useSay();
  const pageExport = usePageExport();
  const [format = "xlsx", setFormat] = usePreference(FILE_FORMAT);
  const [menu, setMenu] = useState<OpenMenu>();
  const other = useRef<HTMLButtonElement>(null);
  const count = records?.length ?? 0;

  function onSave(chosen: FileFormat) {
    setFormat(chosen);
    if (records) void pageExport.save(records, chosen);
  }
  function onCopy(chosen: TextFormat) {
    const wanted = menu?.selected ?? records ?? [];
    const held = wanted.filter((record) => record !== undefined);
    const missing = wanted.length - held.length;
    if (missing > 0) say("error", actions("partlyCopied", { count: missing }), "copy-cells");
    if (held.length > 0) void pageExport.copy(held, chosen);
  }
  function onOpen() {
    if (other.current) setMenu({ button: other.current, selected: selectedRecords(recordAt) });
  }

  return (
    <span className={classes["export"]}>
      <Button
        size="small"
        icon={<DownloadOutlined aria-hidden />}
        title={t("hint", { count, format: t(`formats.${format}`) })}
        disabled={count === 0}
        onClick={() => onSave(format)}
      >
        {t("button")}
      </Button>
      <Button
        ref={other}
        size="small"
        icon={<DownOutlined aria-hidden />}
        aria-label={t("choose")}
        title={t("choose")}
        aria-haspopup="menu"
        aria-expanded={menu !== undefined}
        onClick={onOpen}
      />
      {menu && (
        <ExportMenu
          whenFailed={PartFailed}
          button={menu.button}
          count={count}
          total={total}
          selected={menu.selected?.length}
          onSave={onSave}
          onCopy={onCopy}
          onClose={() => setMenu(undefined)}
        />
      )}
    </span>
  );
}

/** Those of the rows in which cells are selected; undefined where none are. */
function selectedRecords(recordAt: ExportButtonProps["recordAt"]): OpenMenu["selected"] {
  const span = selectedCells();
  if (span === undefined) return undefined;
  const { first, last } = span;
  return Array.from({ length: last.row - first.row + 1 }, (_, at) => recordAt(first.row + at));
}

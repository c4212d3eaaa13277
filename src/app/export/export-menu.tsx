import { useTranslations } from "use-intl";
import { useHasRight } from "#app/api/use-rights.ts";
import { useExportWords } from "#app/i18n/use-export-words.ts";
import { useFormats } from "#app/i18n/use-formats.ts";
import { useLabels } from "#app/i18n/use-labels.ts";
import { AnchoredMenu } from "#app/ui/anchored-menu.tsx";
import { useView } from "#app/view/use-view.tsx";
import { MAX_REACHABLE } from "#contract/record/list-limits.ts";
import { DEFAULT_SORT } from "#contract/view/sort.ts";
import { useOpenFile } from "./opening/use-open-file.ts";
import { FILE_FORMATS, TEXT_FORMATS, type FileFormat, type TextFormat } from "./page-formats.ts";
import { useWholeExport } from "./whole/use-whole-export.ts";
import classes from "./export-menu.module.css";

interface ExportMenuProps {
  /** The button that it hangs below. */
  readonly button: HTMLElement;
  /** Rows of the page. */
  readonly count: number;
  /** Calls that match; undefined while that is not known. */
  readonly total: number | undefined;
  /** Rows that are selected in the table, of which some are copied. */
  readonly selected: number | undefined;
  readonly onSave: (format: FileFormat) => void;
  readonly onCopy: (format: TextFormat) => void;
  readonly onClose: () => void;
}

/** Rows of a worksheet, below its heading. */
const SHEET_ROWS = 1_048_575;

/** As what the page can be saved, and all that matches; the selected rows or else the page copied; the way back. */
export function ExportMenu(props: ExportMenuProps) {
  const { button, count, total, selected, onSave, onCopy, onClose } = props;
  const t = useTranslations("export");
  const words = useExportWords();
  const canExportAll = useHasRight("exportAll");
  const formats = useFormats();
  const labels = useLabels();
  const { view, calls } = useView();
  const beginWhole = useWholeExport();
  const openFile = useOpenFile();
  const { left, bottom } = button.getBoundingClientRect();
  const isEmpty = count === 0;

  const isTooFar = view.sort.field !== DEFAULT_SORT.field && (total ?? 0) > MAX_REACHABLE;
  const whole = FILE_FORMATS.map((format) => ({
    key: `all-${format}`,
    disabled: calls === undefined || total === 0,
    label: (
      <>
        {words(isTooFar ? "whole.byStart" : "whole.as", { format: format.toUpperCase() })}
        {format === "xlsx" && total !== undefined && total > SHEET_ROWS && (
          <small className={classes["note"]}>
            {words("whole.sheets", { count: Math.ceil(total / SHEET_ROWS) })}
          </small>
        )}
      </>
    ),
  }));
  const why =
    total === 0
      ? words("whole.none")
      : isTooFar
        ? words("whole.tooFar", {
            field: labels.fields[view.sort.field],
            most: formats.count(MAX_REACHABLE),
          })
        : undefined;
  const items = [
    {
      key: "save",
      type: "group" as const,
      label: t("save", { count }),
      children: FILE_FORMATS.map((key) => ({
        key,
        label: t(`formats.${key}`),
        disabled: isEmpty,
      })),
    },
    ...(canExportAll
      ? [
          {
            key: "all",
            type: "group" as const,
            label: (
              <>
                {total === undefined
                  ? words("whole.uncounted")
                  : words("whole.counted", { count: total })}
                {why !== undefined && <span className={classes["why"]}>{why}</span>}
              </>
            ),
            children: whole,
          },
        ]
      : []),
    {
      key: "copy",
      type: "group" as const,
      label: selected === undefined ? t("copy", { count }) : t("copySelected", { count: selected }),
      children: TEXT_FORMATS.map((key) => ({
        key,
        label: t(`formats.${key}`),
        disabled: isEmpty && selected === undefined,
      })),
    },
    { key: "divider", type: "divider" as const },
    { key: "open", label: words("opening.choose") },
  ];
  return (
    <AnchoredMenu
      of={button}
      instead={() => button}
      x={left}
      y={bottom}
      label={t("choose")}
      className={classes["menu"]}
      items={items}
      onChoose={(chosen) => {
        const file = FILE_FORMATS.find((format) => format === chosen);
        const text = TEXT_FORMATS.find((format) => format === chosen);
        const all = FILE_FORMATS.find((format) => `all-${format}` === chosen);
        if (file !== undefined) onSave(file);
        if (text !== undefined) onCopy(text);
        if (all !== undefined && calls !== undefined) beginWhole(calls, all, isTooFar);
        if (chosen === "open") openFile.choose();
      }}
      onClose={onClose}
    />
  );
}

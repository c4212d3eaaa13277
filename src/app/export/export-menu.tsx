import { useTranslations } from "use-intl";
import { AnchoredMenu } from "#app/ui/anchored-menu.tsx";
import { FILE_FORMATS, TEXT_FORMATS, type FileFormat, type TextFormat } from "./page-formats.ts";

interface ExportMenuProps {
  /** The button that it hangs below. */
  readonly button: HTMLElement;
  /** Rows of the page. */
  readonly count: number;
  /** Rows that are selected in the table, of which some are copied. */
  readonly selected: number | undefined;
  readonly onSave: (format: FileFormat) => void;
  readonly onCopy: (format: TextFormat) => void;
  readonly onClose: () => void;
}

/** As what the page can be saved, and the selected rows or else the page copied. */
export function ExportMenu(props: ExportMenuProps) {
  const { button, count, selected, onSave, onCopy, onClose } = props;
  const t = useTranslations("export");
  const { left, bottom } = button.getBoundingClientRect();
  const items = [
    {
      key: "save",
      type: "group" as const,
      label: t("save", { count }),
      children: FILE_FORMATS.map((key) => ({ key, label: t(`formats.${key}`) })),
    },
    {
      key: "copy",
      type: "group" as const,
      label: selected === undefined ? t("copy", { count }) : t("copySelected", { count: selected }),
      children: TEXT_FORMATS.map((key) => ({ key, label: t(`formats.${key}`) })),
    },
  ];
  return (
    <AnchoredMenu
      of={button}
      instead={() => button}
      x={left}
      y={bottom}
      label={t("choose")}
      items={items}
      onChoose={(chosen) => {
        const file = FILE_FORMATS.find((format) => format === chosen);
        const text = TEXT_FORMATS.find((format) => format === chosen);
        if (file !== undefined) onSave(file);
        if (text !== undefined) onCopy(text);
      }}
      onClose={onClose}
    />
  );
}

import HolderOutlined from "@ant-design/icons/es/icons/HolderOutlined";
import PushpinFilled from "@ant-design/icons/es/icons/PushpinFilled";
import PushpinOutlined from "@ant-design/icons/es/icons/PushpinOutlined";
import Checkbox from "antd/es/checkbox/Checkbox";
import type { PointerEventHandler } from "react";
import { useTranslations } from "use-intl";
import type { Column } from "#contract/view/columns.ts";
import classes from "./column-panel.module.css";

interface ColumnRowProps {
  column: Column;
  label: string;
  isTabStop: boolean;
  onToggle: () => void;
  /** Present for a column that is shown. */
  shown?: {
    isPinned: boolean;
    /** The only one, which has to stay. */
    isOnly: boolean;
    /** The last of the pinned: a line is drawn below. */
    isBorder: boolean;
    drop: "before" | "after" | undefined;
    onPin: () => void;
    handle: Readonly<
      Record<
        "onPointerDown" | "onPointerMove" | "onPointerUp" | "onPointerCancel",
        PointerEventHandler<HTMLElement>
      >
    >;
  };
}

/** One column in the panel. Its checkbox takes the focus, and the panel's keys act on it. */
export function ColumnRow({ column, label, isTabStop, onToggle, shown }: ColumnRowProps) {
  const t = useTranslations("columns");
  const isOnly = shown?.isOnly ?? false;
  return (
    <li
      data-column={column}
      data-drop={shown?.drop}
      className={shown?.isBorder === true ? classes["borderRow"] : classes["row"]}
    >
      <Checkbox
        checked={shown !== undefined}
        tabIndex={isTabStop ? 0 : -1}
        // Not `disabled`, which would take the focus and the other keys away with it.
        aria-disabled={isOnly}
        {...(shown && { "aria-keyshortcuts": "Alt+ArrowUp Alt+ArrowDown P" })}
        className={(isOnly ? classes["only"] : classes["name"]) ?? ""}
        title={isOnly ? t("last") : label}
        onChange={onToggle}
      >
        {label}
      </Checkbox>
      {shown && (
        <>
          <button
            type="button"
            // The keyboard has its own way to pin: P.
            tabIndex={-1}
            aria-label={t("pin", { column: label })}
            aria-pressed={shown.isPinned}
            title={t("pin", { column: label })}
            className={classes["pin"]}
            onClick={shown.onPin}
          >
            {shown.isPinned ? <PushpinFilled aria-hidden /> : <PushpinOutlined aria-hidden />}
          </button>
          <span aria-hidden title={t("drag")} className={classes["handle"]} {...shown.handle}>
            <HolderOutlined aria-hidden />
          </span>
        </>
      )}
    </li>
  );
}

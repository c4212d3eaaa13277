import EllipsisOutlined from "@ant-design/icons/es/icons/EllipsisOutlined";
import FilterOutlined from "@ant-design/icons/es/icons/FilterOutlined";
import StopOutlined from "@ant-design/icons/es/icons/StopOutlined";
import { useEffect, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { ShortcutKey } from "#app/view/actions/cell-action-shortcuts.ts";
import type { CellAction, CellContext } from "#app/view/actions/cell-action.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import { actionByKey } from "./cell-action-by-key.ts";
import type { CellPlace } from "./cell-action-place.ts";
import { placeTargets, targetText } from "./cell-action-targets.ts";
import classes from "./cell-toolbar.module.css";

interface CellToolbarProps {
  place: CellPlace;
  record: CallRecord;
  /** The corner it stands at, in px of the window. */
  right: number;
  top: number;
  context: CellContext;
  onRun: (action: CellAction) => void;
  onMenu: (x: number, y: number) => void;
  onStay: () => void;
  onLeave: () => void;
  onClose: () => void;
}

/** The nearest actions of the cell under the mouse. Keys have a way of their own, so has the menu. */
export function CellToolbar(props: CellToolbarProps) {
  const t = useTranslations("actions");
  const { context, onClose } = props;
  const targets = placeTargets(props.place, props.record);
  useEffect(() => {
    addEventListener("scroll", onClose, true);
    return () => removeEventListener("scroll", onClose, true);
  }, [onClose]);

  function button(key: ShortcutKey, icon: ReactNode) {
    const { action, target } = actionByKey(key, targets, context) ?? {};
    if (action?.enabled !== true || target === undefined) return null;
    const value = targetText(target, context.words) ?? "";
    const label = t("title", { column: t(`items.${action.label}`), value });
    return (
      <button
        type="button"
        tabIndex={-1}
        className={classes["button"]}
        title={action.hint === undefined ? label : `${label}\n${t(`hints.${action.hint}`)}`}
        onClick={() => props.onRun(action)}
      >
        {icon}
      </button>
    );
  }

  return (
    <div
      aria-hidden
      className={classes["toolbar"]}
      style={{
        insetInlineStart: Math.min(props.right, innerWidth - 8),
        insetBlockStart: props.top,
      }}
      onPointerEnter={props.onStay}
      onPointerLeave={props.onLeave}
      // The focus stays on its cell: what is hidden from readers of the screen must not have it.
      onMouseDown={(event) => event.preventDefault()}
      onWheel={onClose}
    >
      {button("f", <FilterOutlined aria-hidden />)}
      {button("x", <StopOutlined aria-hidden />)}
      <button
        type="button"
        tabIndex={-1}
        className={classes["button"]}
        title={t("more")}
        onClick={({ currentTarget }) => {
          const { left, bottom } = currentTarget.getBoundingClientRect();
          props.onMenu(left, bottom);
        }}
      >
        <EllipsisOutlined aria-hidden />
      </button>
    </div>
  );
}

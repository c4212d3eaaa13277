import { useEffect } from "react";
import { useTranslations } from "use-intl";
import { AnchoredMenu } from "#app/ui/anchored-menu.tsx";
import { gridTabStop, isInGrid } from "#app/ui/grid-dom.ts";
import { isolate } from "#app/ui/isolate.ts";
import type { CellAction, CellContext, CellTarget } from "#app/view/actions/cell-action.ts";
import type { OpenMenu } from "./cell-action-store.ts";
import { placeTargets, targetText } from "./cell-action-targets.ts";
import { menuSections } from "./cell-menu-sections.ts";
import { swallowClick } from "./swallow-click.ts";
import classes from "./cell-menu.module.css";

interface CellMenuProps {
  menu: OpenMenu;
  context: CellContext;
  onRun: (action: CellAction) => void;
  onClose: () => void;
}

/** Everything that can be done from a cell, with the reason where it cannot, at the pointer. */
export function CellMenu({ menu, context, onRun, onClose }: CellMenuProps) {
  const t = useTranslations("actions");
  const { words } = context;
  const { cell } = menu.place;
  const byKey = new Map<string, CellAction>();
  useSwallowedPress();

  const items = menuSections(placeTargets(menu.place, menu.record), context).map(
    ({ target, actions }, section) => ({
      key: String(section),
      type: "group" as const,
      label: titleOf(target),
      children: actions.map((action) => {
        const key = `${section}-${action.id}`;
        byKey.set(key, action);
        return { key, ...itemOf(action) };
      }),
    }),
  );
  function itemOf({ enabled, label, values, hint, shortcut }: CellAction) {
    return {
      disabled: !enabled,
      label: (
        <>
          <span>{t(`items.${label}`, values)}</span>
          {hint !== undefined && <small className={classes["hint"]}>{t(`hints.${hint}`)}</small>}
        </>
      ),
      ...(shortcut && { extra: <kbd className={classes["key"]}>{shortcut}</kbd> }),
    };
  }
  function titleOf(target: CellTarget | undefined) {
    const value = target && (targetText(target, words) ?? words.labels.records.none);
    const column = target?.field && words.labels.fields[target.field];
    const both =
      value !== undefined && column !== undefined && t("title", { column, value: isolate(value) });
    const title = both || (value ?? t("copies"));
    return (
      <span className={classes["title"]} title={title}>
        {title}
      </span>
    );
  }

  return (
    <AnchoredMenu
      of={cell}
      instead={gridTabStop}
      x={menu.x}
      y={menu.y}
      label={t("menu")}
      items={items}
      className={classes["menu"]}
      onChoose={(key) => {
        const action = byKey.get(key);
        if (action !== undefined) onRun(action);
      }}
      onClose={onClose}
    />
  );
}

/** A press on the table beside the menu only closes it, which antd does. */
function useSwallowedPress() {
  useEffect(() => {
    const listen = ({ target, button }: PointerEvent) => {
      // Elsewhere in the window the click may do what it says.
      if (button === 0 && isInGrid(target)) swallowClick();
    };
    addEventListener("pointerdown", listen, true);
    return () => removeEventListener("pointerdown", listen, true);
  }, []);
}

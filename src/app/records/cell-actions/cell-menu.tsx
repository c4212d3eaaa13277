import Dropdown from "antd/es/dropdown/dropdown";
import { useEffect } from "react";
import { useTranslations } from "use-intl";
import type { CellAction, CellContext, CellTarget } from "./cell-action.ts";
import { swallowClick } from "./cell-action-press.ts";
import type { OpenMenu } from "./cell-action-store.ts";
import { placeTargets, targetText } from "./cell-action-targets.ts";
import classes from "./cell-menu.module.css";
import { menuSections } from "./cell-menu-sections.ts";

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
  useCloseFromOutside(cell, onClose);

  function close() {
    onClose();
    giveFocusBack(cell);
  }

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
          {t(`items.${label}`, values)}
          {hint !== undefined && <small className={classes["hint"]}>{t(`hints.${hint}`)}</small>}
        </>
      ),
      ...(shortcut && { extra: <kbd className={classes["key"]}>{shortcut}</kbd> }),
    };
  }
  function titleOf(target: CellTarget | undefined) {
    const value = target && (targetText(target, words) ?? words.labels.records.none);
    const column = target?.field && words.labels.fields[target.field];
    const both = value !== undefined && column !== undefined && t("title", { column, value });
    const title = both || (value ?? t("copies"));
    return (
      <span className={classes["title"]} title={title}>
        {title}
      </span>
    );
  }

  return (
    <Dropdown
      open
      autoFocus
      // Like the menus of the system, it is there at once.
      transitionName=""
      trigger={["click"]}
      placement="bottomLeft"
      onOpenChange={(open) => {
        if (!open) close();
      }}
      menu={{
        "aria-label": t("menu"),
        className: classes["menu"] ?? "",
        items,
        onClick: ({ key }) => {
          const action = byKey.get(key);
          close();
          if (action !== undefined) onRun(action);
        },
      }}
    >
      <span
        className={classes["anchor"]}
        style={{ insetInlineStart: menu.x, insetBlockStart: menu.y }}
      />
    </Dropdown>
  );
}

function giveFocusBack(cell: HTMLElement) {
  cell.focus({ preventScroll: true });
}

/** Scrolling takes the cell away from its menu; a press beside the menu only closes it. */
function useCloseFromOutside(cell: HTMLElement, onClose: () => void) {
  useEffect(() => {
    const over = new AbortController();
    const listen = { capture: true, signal: over.signal };
    addEventListener(
      "scroll",
      ({ target }) => {
        if (!(target instanceof Node) || !target.contains(cell)) return;
        onClose();
        giveFocusBack(cell);
      },
      listen,
    );
    addEventListener(
      "pointerdown",
      ({ target, button }) => {
        // Antd closes the menu; elsewhere in the window the click may do what it says.
        if (button === 0 && target instanceof Element && target.closest('[role="grid"]'))
          swallowClick();
      },
      listen,
    );
    // The key that opened it may ask for the browser's own menu when it comes up.
    addEventListener(
      "contextmenu",
      (event) => {
        if (event.target instanceof Element && event.target.closest('[role="menu"]'))
          event.preventDefault();
      },
      listen,
    );
    return () => over.abort();
  }, [cell, onClose]);
}

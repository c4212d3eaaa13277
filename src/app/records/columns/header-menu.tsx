import Dropdown, { type DropdownProps } from "antd/es/dropdown/dropdown";
import { useEffect } from "react";
import { flushSync } from "react-dom";
import { useTranslations } from "use-intl";
import type { Column } from "#contract/view/columns.ts";
import { columnLabel, useLabels } from "#app/i18n/labels.ts";
import type { ColumnsInHand } from "#app/view/use-columns.ts";
import { useView } from "#app/view/use-view.tsx";
import { openColumnPanel } from "./column-panel-place.ts";
import { isPinned, pinUpTo, unpinFrom } from "./pin-columns.ts";
import { columnSorts, isSameSort } from "./column-sorts.ts";
import { hideColumn } from "./toggle-column.ts";
import classes from "./header.module.css";

interface HeaderMenuProps {
  column: Column;
  /** The heading, below which the menu opens. */
  anchor: HTMLElement;
  layout: ColumnsInHand;
  onFit: (column: Column) => void;
  onClose: () => void;
}

interface Item {
  readonly key: string;
  readonly label: string;
  readonly run: () => void;
  readonly disabled?: boolean;
  /** Marked as what is so already. */
  readonly chosen?: boolean;
}

/** Everything that can be done with a column, from its heading. */
export function HeaderMenu({ column, anchor, layout, onFit, onClose }: HeaderMenuProps) {
  const t = useTranslations("columns");
  const labels = useLabels();
  const { view, change } = useView();
  const { columns, widths, choose, resize } = layout;
  const sorts = columnSorts(column, view.sort);
  useCloseOnScroll(anchor, onClose);

  const sortItems: Item[] = sorts.map(({ sort, words }) => ({
    key: `${sort.field}-${sort.order}`,
    label:
      words === "sortBy"
        ? t("menu.sortBy", { field: labels.fields[sort.field] })
        : t(`menu.${words}`),
    chosen: words === "sortBy" ? sort.field === view.sort.field : isSameSort(sort, view.sort),
    run: () => change({ sort }),
  }));
  const items: readonly (readonly Item[])[] = [
    sorts.length > 0
      ? sortItems
      : [{ key: "sort", label: t("menu.notSortable"), disabled: true, run: () => {} }],
    [
      isPinned(columns, column)
        ? {
            key: "unpin",
            label: t("menu.unpinFrom"),
            run: () => choose(unpinFrom(columns, column)),
          }
        : { key: "pin", label: t("menu.pinUpTo"), run: () => choose(pinUpTo(columns, column)) },
      { key: "fit", label: t("menu.fit"), run: () => onFit(column) },
      {
        key: "width",
        label: t("menu.resetWidth"),
        disabled: widths[column] === undefined,
        run: () => resize(column, undefined),
      },
    ],
    [
      {
        key: "hide",
        label: columns.shown.length === 1 ? t("last") : t("menu.hide"),
        disabled: columns.shown.length === 1,
        run: () => choose(hideColumn(columns, column)),
      },
      { key: "choose", label: t("menu.choose"), run: openColumnPanel },
    ],
  ];

  function close(run?: () => void) {
    // Antd's menu still works on the key that chose the item, and breaks if it is gone by then.
    queueMicrotask(() => {
      flushSync(onClose);
      giveFocusBack(anchor);
      // Drawn at once, to see whether the heading is still there.
      if (run) flushSync(run);
      if (!anchor.isConnected) giveFocusBack(anchor);
    });
  }

  const { left, bottom, width } = anchor.getBoundingClientRect();
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
        "aria-label": t("menu.label", { column: columnLabel(labels, column) }),
        items: menuItems(items),
        onClick: ({ key }) => close(items.flat().find((item) => item.key === key)?.run),
      }}
    >
      <span
        className={classes["menuAnchor"]}
        // At the start of the heading, or of what the table's edge leaves of it.
        style={{ left: Math.max(8, left), top: bottom, width: Math.min(width, 1) }}
      />
    </Dropdown>
  );
}

function menuItems(
  groups: readonly (readonly Item[])[],
): NonNullable<NonNullable<DropdownProps["menu"]>["items"]> {
  return groups.flatMap((group, index) => [
    ...(index > 0 ? [{ key: `line-${index}`, type: "divider" as const }] : []),
    ...group.map(({ key, label, disabled = false, chosen = false }) => ({
      key,
      label,
      disabled,
      ...(chosen && { extra: "✓" }),
    })),
  ]);
}

/** To the heading, or where it is gone to where the table has its tab stop. */
function giveFocusBack(anchor: HTMLElement) {
  const heading = anchor.isConnected
    ? anchor
    : document.querySelector<HTMLElement>('#records [data-row] [tabindex="0"]');
  heading?.focus({ preventScroll: true });
}

/** Scrolling takes the heading away from its menu. */
function useCloseOnScroll(anchor: HTMLElement, onClose: () => void) {
  useEffect(() => {
    const listen = ({ target }: Event) => {
      if (target instanceof Node && target.contains(anchor)) onClose();
    };
    addEventListener("scroll", listen, true);
    return () => removeEventListener("scroll", listen, true);
  }, [anchor, onClose]);
}

import { useTranslations } from "use-intl";
import { useLabels } from "#app/i18n/use-labels.ts";
import { AnchoredMenu } from "#app/ui/anchored-menu.tsx";
import { gridTabStop } from "#app/ui/grid-dom.ts";
import type { ColumnsInHand } from "#app/view/use-columns.ts";
import { useView } from "#app/view/use-view.tsx";
import type { Column } from "#contract/view/columns.ts";
import { columnLabel } from "#labels/labels.ts";
import { columnSorts, isSameSort } from "./column-sorts.ts";
import { openColumnPanel } from "./open-column-panel.ts";
import { isPinned, pinUpTo, unpinFrom } from "./pin-columns.ts";
import { hideColumn } from "./toggle-column.ts";

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

  const { left, bottom } = anchor.getBoundingClientRect();
  return (
    <AnchoredMenu
      of={anchor}
      instead={gridTabStop}
      // At the start of the heading, or of what the table's edge leaves of it.
      x={Math.max(8, left)}
      y={bottom}
      label={t("menu.label", { column: columnLabel(labels, column) })}
      items={menuItems(items)}
      onChoose={(key) =>
        items
          .flat()
          .find((item) => item.key === key)
          ?.run()
      }
      onClose={onClose}
    />
  );
}

function menuItems(groups: readonly (readonly Item[])[]) {
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

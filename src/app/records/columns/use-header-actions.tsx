import { useCallback, useMemo, useState, type ReactNode } from "react";
import { flushSync } from "react-dom";
import { PartFailed } from "#app/i18n/part-failed.tsx";
import { cellAt } from "#app/ui/grid-dom.ts";
import { createLazyPart } from "#app/ui/lazy-part.tsx";
import type { ColumnsInHand } from "#app/view/use-columns.ts";
import type { Column } from "#contract/view/columns.ts";
import { fittingWidth } from "./fitting-width.ts";
import { moveColumn } from "./move-column.ts";

const HeaderMenu = createLazyPart(
  () => import("./header-menu.tsx"),
  (module) => module.HeaderMenu,
);

/** What can be done from a heading. */
export interface HeaderActions {
  readonly onResize: (column: Column, px: number, phase: "dragging" | "done") => void;
  readonly onFit: (column: Column) => void;
  readonly onMove: (column: Column, before: Column | undefined) => void;
  readonly onMenu: (column: Column, anchor: HTMLElement) => void;
}

/** The actions of all headings, the layout while one is dragged, and what opens over the table. */
export function useHeaderActions(layout: ColumnsInHand): {
  actions: HeaderActions;
  layout: ColumnsInHand;
  element: ReactNode;
} {
  const { columns, choose, resize } = layout;
  const [dragged, setDragged] = useState<{ column: Column; px: number }>();
  const [menu, setMenu] = useState<{ column: Column; anchor: HTMLElement }>();
  const actions = useMemo<HeaderActions>(
    () => ({
      onResize(column, px, phase) {
        setDragged(phase === "dragging" ? { column, px } : undefined);
        if (phase === "done") resize(column, px);
      },
      onFit: (column) => resize(column, fittingWidth(column)),
      onMove(column, before) {
        flushSync(() => choose(moveColumn(columns, column, before)));
        focusAnew(column);
      },
      onMenu: (column, anchor) => setMenu({ column, anchor }),
    }),
    [columns, choose, resize],
  );
  const shown = useMemo(
    () =>
      dragged === undefined
        ? layout
        : { ...layout, widths: { ...layout.widths, [dragged.column]: dragged.px } },
    [layout, dragged],
  );
  const closeMenu = useCallback(() => setMenu(undefined), []);
  const element = menu && (
    <HeaderMenu
      whenFailed={PartFailed}
      {...menu}
      layout={layout}
      onFit={actions.onFit}
      onClose={closeMenu}
    />
  );
  return { actions, layout: shown, element };
}

/**
 * Gives a moved heading the focus again: among the pinned it is another element than among the free,
 * and the table, which keeps its tab stop by number, has to hear where it is now.
 */
function focusAnew(column: Column) {
  const heading = cellAt(-1, column);
  heading?.blur();
  heading?.focus();
}

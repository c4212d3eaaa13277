import {
  useState,
  useSyncExternalStore,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type ReactElement,
} from "react";
import { useTranslations } from "use-intl";
import { PartFailed } from "#app/i18n/part-failed.tsx";
import { createLazyPart } from "#app/ui/lazy-part.tsx";
import { useCopy } from "#app/ui/use-copy.ts";
import { useSay } from "#app/ui/use-say.tsx";
import { cellShortcut, type ShortcutKey } from "#app/view/actions/cell-action-shortcuts.ts";
import type { CellAction, CellContext } from "#app/view/actions/cell-action.ts";
import { useActionContext } from "#app/view/actions/use-action-context.ts";
import { useFollow } from "#app/view/actions/use-follow.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import type { Words } from "#labels/field-text.ts";
import { awaitLongPress } from "./await-long-press.ts";
import { findCell, type CellPlace } from "./cell-action-place.ts";
import { createCellActionStore, type CellActionStore } from "./cell-action-store.ts";

const CellToolbar = createLazyPart(
  () => import("./cell-toolbar.tsx"),
  (module) => module.CellToolbar,
);
const CellMenu = createLazyPart(
  () => import("./cell-menu.tsx"),
  (module) => module.CellMenu,
);

interface CellActionsProps {
  /** The call in a row of the whole list, from 0, where it is loaded. */
  readonly recordAt: (row: number) => CallRecord | undefined;
  readonly words: Words;
}

interface Found {
  readonly place: CellPlace;
  readonly record: CallRecord;
}

export interface CellActions {
  /** For the grid's root; `onPointerDown` is for a finger that stays. */
  readonly onContextMenu: (event: MouseEvent) => void;
  readonly onPointerOver: (event: PointerEvent) => void;
  readonly onPointerLeave: () => void;
  readonly onPointerDown: (event: PointerEvent) => void;
  /** True where the key was for a cell's action. */
  readonly onKeyDown: (event: KeyboardEvent) => boolean;
  /**
   * What opens over the table. To be drawn beside the grid's root, not in it, so that keys in the
   * menu are not heard by the grid; nor below a transform, since it is placed within the window.
   */
  readonly element: ReactElement;
}

/** What can be done from the cells of a grid, by mouse, finger and key, for all cells at once. */
export function useCellActions({ recordAt, words }: CellActionsProps): CellActions {
  const t = useTranslations();
  const say = useSay();
  const copy = useCopy({ copied: t("actions.copied"), failed: t("actions.notCopied") });
  const follow = useFollow();
  const [store] = useState(createCellActionStore);
  const context = useActionContext(words);

  function run(action: CellAction) {
    store.close();
    follow(action);
    if (action.copy !== undefined) void copy(action.copy());
    // One message, however often the key is pressed.
    if (!action.enabled && action.hint !== undefined)
      say("info", t(`actions.hints.${action.hint}`), "cell-action");
  }
  async function press(key: ShortcutKey, { place, record }: Found) {
    // What cells can do is not part of the first load.
    const code = await import("./cell-action-by-key.ts").catch(() => undefined);
    if (code === undefined) return say("error", t("app.partFailed"), "cell-action");
    const meant = code.cellActionByKey(key, record, place.column, context);
    if (meant !== undefined) run(meant.action);
  }
  /** The cell of a node with its call, where that is loaded. */
  function find(node: EventTarget | null): Found | undefined {
    const place = findCell(node);
    const record = place && recordAt(place.row);
    return place && record && { place, record };
  }

  return {
    onContextMenu(event) {
      const found = find(event.target);
      // What is selected is meant to be copied by the browser's own menu.
      if (found === undefined || getSelection()?.isCollapsed === false) return;
      event.preventDefault();
      // Keys and long presses that have opened the menu may be followed by this event.
      const isMouse = event.button === 2 || event.ctrlKey;
      if (!isMouse && store.get().menu?.place.cell === found.place.cell) return;
      store.open({ ...found, x: event.clientX, y: event.clientY });
    },
    onPointerOver(event) {
      if (event.pointerType !== "mouse" || event.buttons !== 0) return;
      const found = find(event.target);
      if (found === undefined) store.leave();
      else store.rest(found.place.part?.element ?? found.place.cell, found.place.cell);
    },
    onPointerLeave: () => store.leave(),
    onPointerDown(event) {
      if (event.pointerType !== "touch") return;
      const { target, clientX, clientY } = event;
      awaitLongPress(event, () => {
        const found = find(target);
        if (found !== undefined) store.open({ ...found, x: clientX, y: clientY });
      });
    },
    onKeyDown(event) {
      const asked = cellShortcut(event);
      const found = asked && find(document.activeElement);
      if (found === undefined || found.place.cell !== document.activeElement) return false;
      // Text that was selected with the mouse is what the browser copies.
      if ((event.ctrlKey || event.metaKey) && getSelection()?.isCollapsed === false) return false;
      if (asked === "menu") {
        const { left, bottom } = found.place.cell.getBoundingClientRect();
        store.open({ ...found, x: left + 8, y: bottom });
      } else if (asked !== undefined && !event.repeat) void press(asked, found);
      event.preventDefault();
      return true;
    },
    element: <OverTable store={store} recordAt={recordAt} context={context} onRun={run} />,
  };
}

interface OverTableProps {
  store: CellActionStore;
  recordAt: CellActionsProps["recordAt"];
  context: CellContext;
  onRun: (action: CellAction) => void;
}

function OverTable({ store, recordAt, context, onRun }: OverTableProps) {
  const { hovered, menu } = useSyncExternalStore(store.subscribe, store.get);
  // Asked anew at each drawing: another call may have come to where the mouse rests.
  const place = findCell(hovered?.element ?? null);
  const record = place && recordAt(place.row);
  if (menu !== undefined)
    return (
      <CellMenu
        key={menu.serial}
        whenFailed={PartFailed}
        menu={menu}
        context={context}
        onRun={onRun}
        onClose={store.close}
      />
    );
  if (hovered === undefined || place === undefined || record === undefined) return null;
  return (
    <CellToolbar
      whenFailed={Nothing}
      place={place}
      record={record}
      right={hovered.right}
      top={hovered.top}
      context={context}
      onRun={onRun}
      onMenu={(x, y) => store.open({ place, record, x, y })}
      onStay={store.stay}
      onLeave={store.leave}
      onClose={store.close}
    />
  );
}

/** A toolbar that could not be fetched is not missed: the menu has all of it. */
const Nothing = () => null;

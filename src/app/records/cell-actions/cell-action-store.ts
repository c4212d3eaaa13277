import { createStore } from "#app/ui/create-store.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import type { CellPlace } from "./cell-action-place.ts";

/** The mouse rests on a cell, or on a part of it. */
interface Hovered {
  readonly element: HTMLElement;
  /** Its corner at the right and the top, in px of the window. */
  readonly right: number;
  readonly top: number;
}

/** An open menu. */
export interface OpenMenu {
  readonly place: CellPlace;
  /** The call that was there when it opened: what it says, it does. */
  readonly record: CallRecord;
  /** Where it opens, in px of the window. */
  readonly x: number;
  readonly y: number;
  /** Tells one opening from the next. */
  readonly serial: number;
}

interface CellActionState {
  readonly hovered?: Hovered;
  readonly menu?: OpenMenu;
}

/** Passing over cells is not resting on one; and on the way to the toolbar the mouse may stray. */
const REST_MS = 120;
const LEAVE_MS = 250;

/** What is open over the table. Outside React's state, so that no row is drawn for it. */
export function createCellActionStore() {
  const store = createStore<CellActionState>({});
  let timer: ReturnType<typeof setTimeout> | undefined;
  let serial = 0;
  function set(next: CellActionState) {
    clearTimeout(timer);
    store.set(next);
  }
  return {
    get: store.get,
    subscribe(listener: () => void) {
      const unsubscribe = store.subscribe(listener);
      return () => {
        unsubscribe();
        clearTimeout(timer);
      };
    },
    /** The mouse came to a cell or a part of it; `cell` gives the height. */
    rest(element: HTMLElement, cell: HTMLElement) {
      clearTimeout(timer);
      const { menu, hovered } = store.get();
      if (menu !== undefined || hovered?.element === element) return;
      timer = setTimeout(() => {
        if (!element.isConnected) return;
        const box = cell.getBoundingClientRect();
        // A part may reach beyond the edge at which the cell cuts it off.
        const right = Math.min(box.right, element.getBoundingClientRect().right);
        set({ hovered: { element, right, top: box.top } });
      }, REST_MS);
    },
    /** The mouse is on what was opened for it. */
    stay() {
      clearTimeout(timer);
    },
    /** The mouse left. */
    leave() {
      clearTimeout(timer);
      if (store.get().hovered !== undefined) timer = setTimeout(() => set({}), LEAVE_MS);
    },
    open(menu: Omit<OpenMenu, "serial">) {
      serial += 1;
      set({ menu: { ...menu, serial } });
    },
    /** Nothing is open any more. */
    close() {
      const { menu, hovered } = store.get();
      if (hovered !== undefined || menu !== undefined) set({});
      else clearTimeout(timer);
    },
  };
}

export type CellActionStore = ReturnType<typeof createCellActionStore>;

import { useEffect, useRef } from "react";
import { isScreenKey } from "./screen-key.ts";

/** What keys do anywhere on the screen; an undefined step is not taken. */
export type ScreenKeys = readonly (readonly [
  keys: readonly string[],
  step: (() => void) | undefined,
])[];

/** Listens for keys as long as it is drawn. */
export function useScreenKeys(screenKeys: ScreenKeys): void {
  const latest = useRef(screenKeys);
  useEffect(() => {
    latest.current = screenKeys;
  });
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const on = document.activeElement;
      // An open menu goes with the focus that it has, and could not take it back.
      if (on?.closest('[role="menu"]')) return;
      const pressed = on instanceof HTMLElement ? on : undefined;
      const found = latest.current.find(([keys]) => isScreenKey(keys, event, pressed));
      if (found === undefined) return;
      event.preventDefault();
      found[1]?.();
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
}

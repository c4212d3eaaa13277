import { useEffect, useRef } from "react";

/** What is closed by Escape before anything else, the latest last. */
const layers: (() => void)[] = [];

function onKeyDown(event: KeyboardEvent) {
  const close = layers.at(-1);
  // Escape also gives up what an input method is composing.
  if (event.key !== "Escape" || event.isComposing || close === undefined) return;
  event.stopPropagation();
  close();
}

/**
 * What lies over all else takes Escape for itself. antd gives the key to what was opened last, which may
 * be the drawer of a call behind a dialog; and of the browser's own popovers it knows nothing.
 */
export function useOwnEscape(isOpen: boolean, onEscape: () => void): void {
  const latest = useRef(onEscape);
  useEffect(() => {
    latest.current = onEscape;
  });
  useEffect(() => {
    if (!isOpen) return undefined;
    const close = () => latest.current();
    if (layers.length === 0) addEventListener("keydown", onKeyDown, true);
    layers.push(close);
    return () => {
      layers.splice(layers.indexOf(close), 1);
      if (layers.length === 0) removeEventListener("keydown", onKeyDown, true);
    };
  }, [isOpen]);
}

/** How long a finger rests before it means the menu, ms; how far it may tremble, px. */
const LONG_MS = 500;
const TREMBLE_PX = 10;

/** Calls back if the finger that has just gone down stays where it is. */
export function awaitLongPress(
  start: { readonly clientX: number; readonly clientY: number },
  onLong: () => void,
): void {
  const over = new AbortController();
  const listen = { capture: true, signal: over.signal };
  const stop = () => {
    clearTimeout(timer);
    over.abort();
  };
  const timer = setTimeout(() => {
    stop();
    // Lifting this finger must neither open the row nor count as a press beside the menu.
    addEventListener("touchend", (event) => event.preventDefault(), {
      capture: true,
      once: true,
      passive: false,
    });
    onLong();
  }, LONG_MS);
  addEventListener("pointerup", stop, listen);
  // The browser cancels a press that has become a scroll.
  addEventListener("pointercancel", stop, listen);
  addEventListener(
    "pointermove",
    ({ clientX, clientY }) => {
      if (Math.hypot(clientX - start.clientX, clientY - start.clientY) > TREMBLE_PX) stop();
    },
    listen,
  );
}

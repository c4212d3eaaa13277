import { useEffect, useLayoutEffect, useRef, type ReactNode } from "react";
import classes from "./record-drawer.module.css";

interface DrawerScrollerProps {
  /** Names what is read: another one is read from its top. */
  readonly of: string;
  readonly children: ReactNode;
}

/**
 * A scroll by key of the call before goes on for so long, beside the main thread: it moves the next call on
 * after that was put at its top. What the reader does meanwhile is meant for what is there now.
 */
const LONGEST_SCROLL_MS = 500;

/** What scrolls in the drawer. It has the focus from the start, so that keys scroll at once. */
export function DrawerScroller({ of, children }: DrawerScrollerProps) {
  const scroller = useRef<HTMLDivElement>(null);
  useEffect(() => {
    scroller.current?.focus({ preventScroll: true });
  }, []);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    // What had it may have gone with the call before, and keys are heard within the drawer alone.
    if (document.activeElement === document.body) element.focus({ preventScroll: true });
    const ended = new AbortController();
    const signal = AbortSignal.any([ended.signal, AbortSignal.timeout(LONGEST_SCROLL_MS)]);
    const toTop = () => element.scrollTo({ top: 0 });
    toTop();
    element.addEventListener("scroll", toTop, { signal });
    for (const type of ["keydown", "wheel", "pointerdown"])
      document.addEventListener(type, () => ended.abort(), { capture: true, signal });
    return () => ended.abort();
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- another call, and nothing else, begins anew
  }, [of]);
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    let focused: EventTarget | null = null;
    const ended = new AbortController();
    element.addEventListener("focusin", ({ target }) => (focused = target), ended);
    // A button that is answered by something else in its place would take the drawer's keys with it.
    const observer = new MutationObserver(() => {
      const isGone = focused instanceof Node && !focused.isConnected;
      if (isGone && document.activeElement === document.body)
        element.focus({ preventScroll: true });
    });
    observer.observe(element, { childList: true, subtree: true });
    return () => {
      observer.disconnect();
      ended.abort();
    };
  }, []);
  return (
    <div ref={scroller} role="document" tabIndex={0} className={classes["scroller"]}>
      {children}
    </div>
  );
}

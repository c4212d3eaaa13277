import { useEffect, useLayoutEffect, useRef, type ReactNode, type RefObject } from "react";
import { goTo, placeIn, type ReadPlace } from "./read-place.ts";
import classes from "./record-drawer.module.css";

interface DrawerScrollerProps {
  /** Names what is read: another one is read from the same place. */
  readonly of: string;
  /** Where that is; outlives this. */
  readonly place: RefObject<ReadPlace>;
  readonly children: ReactNode;
}

/**
 * A scroll by key of the call before goes on for so long, beside the main thread: it moves the next call on
 * after that was put in its place. What the reader does meanwhile is meant for what is there now.
 */
const LONGEST_SCROLL_MS = 500;

/** What scrolls in the drawer. It has the focus from the start, so that keys scroll at once. */
export function DrawerScroller({ of, place, children }: DrawerScrollerProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const isNew = useRef(true);
  useEffect(() => {
    scroller.current?.focus({ preventScroll: true });
  }, []);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    // What had it may have gone with the call before, and keys are heard within the drawer alone.
    if (document.activeElement === document.body) element.focus({ preventScroll: true });
    // A new one is at its top, and to ask would have all of it laid out before it is painted.
    if (place.current.top > 0 || (!isNew.current && element.scrollTop > 0))
      goTo(place.current, element);
    isNew.current = false;
    return keepPlace(element, place);
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- another call begins anew
  }, [of, place]);
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
      <div>{children}</div>
    </div>
  );
}

/** Scrolls to where the reader was, until they move or all has come; from then on notes where they are. */
function keepPlace(element: HTMLElement, place: RefObject<ReadPlace>): () => void {
  const [left, moved] = [new AbortController(), new AbortController()];
  const settled = AbortSignal.any([moved.signal, AbortSignal.timeout(LONGEST_SCROLL_MS)]);
  const settle = () => goTo(place.current, element);
  // Some of a call comes later, and moves the rest.
  const grown = new ResizeObserver(() => place.current.top > 0 && settle());
  if (element.firstElementChild !== null) grown.observe(element.firstElementChild);
  element.addEventListener(
    "scroll",
    () => {
      if (settled.aborted) place.current = placeIn(element);
      else settle();
    },
    { signal: left.signal },
  );
  const stay = () => {
    moved.abort();
    grown.disconnect();
  };
  for (const type of ["keydown", "wheel", "pointerdown"])
    document.addEventListener(type, stay, { capture: true, signal: left.signal });
  return () => {
    left.abort();
    grown.disconnect();
  };
}

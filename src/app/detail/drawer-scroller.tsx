import { useEffect, useLayoutEffect, useRef, type ReactNode } from "react";
import classes from "./record-drawer.module.css";

interface DrawerScrollerProps {
  /** Names what is read: another one is read from its top. */
  readonly of: string;
  readonly children: ReactNode;
}

/** What scrolls in the drawer. It has the focus from the start, so that keys scroll at once. */
export function DrawerScroller({ of, children }: DrawerScrollerProps) {
  const scroller = useRef<HTMLDivElement>(null);
  useEffect(() => {
    scroller.current?.focus({ preventScroll: true });
  }, []);
  useLayoutEffect(() => {
    const toTop = () => scroller.current?.scrollTo({ top: 0 });
    toTop();
    // A scroll by key that is still going on may have moved a last bit by the next frame.
    const frame = requestAnimationFrame(toTop);
    return () => cancelAnimationFrame(frame);
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- another call, and nothing else, begins anew
  }, [of]);
  return (
    <div ref={scroller} role="document" tabIndex={0} className={classes["scroller"]}>
      {children}
    </div>
  );
}

import { startTransition, useEffect, useState, type ReactNode } from "react";

/**
 * False until what was drawn first is on the screen, for what is to come after that. It follows in steps
 * that give way to whatever the reader does.
 */
export function usePainted(): boolean {
  const [isPainted, setPainted] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const paint = () => startTransition(() => setPainted(true));
    // A task that is posted in a frame comes after the frame is painted.
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(paint, 0);
    });
    // A tab that nobody looks at has no frames.
    if (document.hidden) timer = setTimeout(paint, 0);
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, []);
  return isPainted;
}

/** What can wait until that which stands around it has been painted. Its place is kept by whoever holds it. */
export function AfterPaint({ children }: { children: ReactNode }): ReactNode {
  return usePainted() && children;
}

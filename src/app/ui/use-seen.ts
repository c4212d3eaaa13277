import { useCallback, useState } from "react";

/** Takes the element that is watched for. */
export type SeenRef = (element: Element | null) => (() => void) | undefined;

/** A ref for an element, and whether half of it has ever been on the screen: what costs calls waits for that. */
export function useSeen(): readonly [SeenRef, boolean] {
  const [isSeen, setSeen] = useState(false);
  const watch = useCallback((element: Element | null) => {
    if (element === null) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        setSeen(true);
      },
      // Of a line that goes on beyond the edge its beginning alone may be seen.
      { threshold: 0.5 },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [watch, isSeen];
}

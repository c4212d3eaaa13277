import { useCallback, useState } from "react";
import { isWhole, panned, zoomed } from "./axis.ts";
import type { Span } from "./span.ts";

/** What is seen of a call, and how it is changed. */
export interface Axis {
  readonly whole: Span;
  readonly seen: Span;
  /** Zooms in by a factor, or out by one below 1; what is at a share of the width stays there. */
  readonly zoom: (factor: number, share?: number) => void;
  /** Goes on by a share of the width, or back by a negative one. */
  readonly pan: (share: number) => void;
  readonly showWhole: () => void;
}

/** The one axis of whatever is drawn of a call. */
export function useAxis(whole: Span): Axis {
  // Undefined: all of it, also once more of it is known.
  const [chosen, setChosen] = useState<Span>();
  const { from, to } = whole;
  const change = useCallback(
    (next: (all: Span, seen: Span) => Span) =>
      setChosen((old) => {
        const all = { from, to };
        const seen = next(all, old === undefined ? all : zoomed(all, old, 1));
        return isWhole(all, seen) ? undefined : seen;
      }),
    [from, to],
  );
  return {
    whole,
    seen: chosen === undefined ? whole : zoomed(whole, chosen, 1),
    zoom: useCallback(
      (factor, share) => change((all, seen) => zoomed(all, seen, factor, share)),
      [change],
    ),
    pan: useCallback((share) => change((all, seen) => panned(all, seen, share)), [change]),
    showWhole: useCallback(() => setChosen(undefined), []),
  };
}

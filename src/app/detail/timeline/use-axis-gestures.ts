import { useEffect, type RefObject } from "react";
import type { Axis } from "./use-axis.ts";

/** A notch of a wheel is about 100: three of them zoom by two. */
const WHEEL_PER_DOUBLING = 300;

/**
 * Moves the axis by mouse and finger: a drag, the wheel with Ctrl, which is what a trackpad's pinch comes as, a
 * wheel to the side, two fingers. A finger that goes up or down scrolls as ever (`touch-action` of the style).
 */
export function useAxisGestures(
  plot: RefObject<HTMLElement | null>,
  { zoom, pan }: Pick<Axis, "zoom" | "pan">,
): void {
  useEffect(() => {
    const element = plot.current;
    if (element === null) return undefined;
    const ended = new AbortController();
    const { signal } = ended;
    const width = () => element.getBoundingClientRect().width;
    const shareOf = (x: number) => (x - element.getBoundingClientRect().left) / width();

    // React listens for the wheel without being able to hold up the page's own zoom.
    element.addEventListener(
      "wheel",
      (event) => {
        const isToTheSide = Math.abs(event.deltaX) > Math.abs(event.deltaY);
        if (!event.ctrlKey && !isToTheSide) return;
        event.preventDefault();
        if (event.ctrlKey) zoom(2 ** (-event.deltaY / WHEEL_PER_DOUBLING), shareOf(event.clientX));
        else pan(event.deltaX / width());
      },
      { passive: false, signal },
    );

    /** Where each finger is, or the mouse while it is pressed, px. */
    const held = new Map<number, number>();
    const spread = () => {
      const [one = 0, other = one] = held.values();
      return { middle: (one + other) / 2, gap: Math.max(1, Math.abs(other - one)) };
    };
    const letGo = ({ pointerId }: PointerEvent) => held.delete(pointerId);
    element.addEventListener(
      "pointerdown",
      (event) => {
        if (event.button !== 0) return;
        held.set(event.pointerId, event.clientX);
        element.setPointerCapture(event.pointerId);
      },
      { signal },
    );
    element.addEventListener(
      "pointermove",
      ({ pointerId, clientX }) => {
        if (!held.has(pointerId)) return;
        const before = spread();
        held.set(pointerId, clientX);
        const { middle, gap } = spread();
        if (held.size > 1) zoom(gap / before.gap, shareOf(middle));
        pan((before.middle - middle) / width());
      },
      { signal },
    );
    for (const type of ["pointerup", "pointercancel"] as const)
      element.addEventListener(type, letGo, { signal });
    return () => ended.abort();
  }, [plot, zoom, pan]);
}

import { useCallback, useEffect, useMemo, useState, type RefObject } from "react";
import { flushSync } from "react-dom";
import type { Column } from "#contract/view/columns.ts";
import { columnsInView, type ColumnLayout, type DrawnColumns } from "./lay-columns.ts";

/** So far one scrolls sideways before it is asked anew which columns are in view, px. */
const STEP = 40;

/** How wide the part of the table is that is seen, px; 0 before it is drawn. */
export function useRoom(scroller: RefObject<HTMLElement | null>): number {
  const [room, setRoom] = useState(0);
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    // Heard of before the first frame is shown, so that no frame has too few columns.
    const sizes = new ResizeObserver(() => flushSync(() => setRoom(element.clientWidth)));
    sizes.observe(element);
    return () => sizes.disconnect();
  }, [scroller]);
  return room;
}

/** Which columns are drawn while the table is scrolled sideways. */
export function useColumnWindow(
  scroller: RefObject<HTMLElement | null>,
  layout: ColumnLayout,
  room: number,
  active: Column | undefined,
): { drawn: DrawnColumns; scrollToColumn: (column: Column) => void } {
  const [scrollLeft, setScrollLeft] = useState(0);
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    let last = 0;
    const onScroll = () => {
      const step = element.scrollLeft - (element.scrollLeft % STEP);
      if (step === last) return;
      last = step;
      flushSync(() => setScrollLeft(last));
    };
    // Before rows are drawn for the new place: reading after it would cost the browser a layout.
    const options = { passive: true, capture: true };
    element.addEventListener("scroll", onScroll, options);
    return () => element.removeEventListener("scroll", onScroll, options);
  }, [scroller]);

  const { from, to } = columnsInView(layout, scrollLeft, room + STEP);
  const activeAt = layout.free.findIndex(({ column }) => column === active);
  const apart = activeAt >= 0 && (activeAt < from || activeAt >= to) ? activeAt : -1;
  const drawn = useMemo(() => {
    const { pinned, pinnedWidth, free } = layout;
    const seen = free.filter((_column, at) => (at >= from && at < to) || at === apart);
    return { pinned, pinnedWidth, free: seen };
  }, [layout, from, to, apart]);

  const scrollToColumn = useCallback(
    (column: Column) => {
      const element = scroller.current;
      const laid = layout.free.find((one) => one.column === column);
      if (element === null || laid === undefined) return;
      const { left, width } = laid;
      if (left < element.scrollLeft + layout.pinnedWidth)
        element.scrollTo({ left: left - layout.pinnedWidth });
      else if (left + width > element.scrollLeft + element.clientWidth)
        element.scrollTo({ left: left + width - element.clientWidth });
    },
    [scroller, layout],
  );
  return { drawn, scrollToColumn };
}

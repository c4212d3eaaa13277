import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type RefObject,
} from "react";
import { flushSync } from "react-dom";
import type { Column } from "#contract/view/columns.ts";
import { columnsInView, type ColumnLayout, type DrawnColumns } from "./lay-columns.ts";

/** So far one scrolls sideways before it is asked anew which columns are in view, px. */
const STEP = 40;

interface Room {
  /** How wide the part of the table is that is seen, px; 0 before it is drawn. */
  readonly room: number;
  /** What its texts are set in, once it is drawn. */
  readonly font: string | undefined;
}

/** The room that columns have, and what their words are measured by. */
export function useRoom(scroller: RefObject<HTMLElement | null>): Room {
  const [seen, setSeen] = useState<Room>({ room: 0, font: undefined });
  // Before the first paint: until then no column has its width.
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const measure = () => {
      const { fontSize, fontFamily } = getComputedStyle(element);
      // Not `font`, which is empty wherever a part of it has no short form, as in forced colours.
      const next = { room: element.clientWidth, font: `${fontSize} ${fontFamily}` };
      setSeen((last) => (last.room === next.room && last.font === next.font ? last : next));
    };
    // An observer alone would tell of it a frame late where the table is drawn late in a frame.
    measure();
    // Later sizes are drawn in the frame that has them, so that none has too few columns.
    const sizes = new ResizeObserver(() => flushSync(measure));
    sizes.observe(element);
    return () => sizes.disconnect();
  }, [scroller]);
  return seen;
}

/** Brings a column that has just been chosen into view: it may stand beyond the edge, at the end. */
export function useNewColumn(
  shown: readonly Column[],
  scrollToColumn: (column: Column) => void,
): void {
  const before = useRef(shown);
  useEffect(() => {
    const added = shown.filter((column) => !before.current.includes(column));
    before.current = shown;
    const [only] = added;
    // Several at once are another set of columns, which begins at its start.
    if (only !== undefined && added.length === 1) scrollToColumn(only);
  }, [shown, scrollToColumn]);
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

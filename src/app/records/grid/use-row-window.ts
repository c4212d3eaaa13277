import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from "react";
import { createStore, type Store } from "#app/ui/create-store.ts";
import type { RowSpace } from "./row-space.ts";
import { scrolled, scrollTo } from "./scroll-space.ts";

/**
 * Rows drawn beyond those in view, on either side: what a wheel passes before the next frame. The window
 * moves by single rows, for some rows in every frame are less in one of them than more in every third.
 */
const OVERSCAN = 5;

/** Where the screen is magnified, the scroll bar snaps to a px of its own, px. */
const SLACK = 1;

/** Which rows are drawn. */
export interface RowWindow {
  /** Positions from 0, `to` exclusive. */
  readonly from: number;
  readonly to: number;
  /** What must be taken from a row's place in the list to have it in the element, px. */
  readonly offset: number;
}

/** The window as it is now. Only what draws rows follows it: it changes while one scrolls. */
export type RowWindowStore = Pick<Store<RowWindow>, "get" | "subscribe">;

function createWindowStore(): Store<RowWindow> {
  return createStore(
    { from: 0, to: 0, offset: 0 },
    (one, other) => one.from === other.from && one.to === other.to && one.offset === other.offset,
  );
}

export interface RowsSeen {
  readonly first: number;
  readonly last: number;
  readonly atEnd: boolean;
}

interface Extent {
  readonly space: RowSpace;
  readonly rows: number;
  /** Below the last row, px: what is said there belongs to the list. */
  readonly footHeight: number;
  /** Above the rows, px. */
  readonly headHeight: number;
}

/**
 * Which rows of a list are drawn while its element is scrolled. What follows an outside store is
 * drawn at once, so the rows are there before the browser shows the new place.
 */
export function useRowWindow(
  scroller: RefObject<HTMLDivElement | null>,
  extent: Extent,
  onSeen: (seen: RowsSeen) => void,
): { window: RowWindowStore; scrollToRow: (index: number, where: "top" | "nearest") => void } {
  const [window] = useState(createWindowStore);
  const at = useRef({ scrollTop: 0, offset: 0 });
  const latest = useRef({ extent, onSeen });

  const measure = useCallback(() => {
    const element = scroller.current;
    const { space, rows, footHeight, headHeight } = latest.current.extent;
    return {
      element,
      space,
      rows,
      listHeight: space.height(rows) + footHeight,
      viewHeight: Math.max(0, (element?.clientHeight ?? 0) - headHeight),
    };
  }, [scroller]);

  const look = useCallback(() => {
    const { element, space, rows, listHeight, viewHeight } = measure();
    if (element === null) return;
    const { scrollTop } = element;
    const next = scrolled(at.current, scrollTop, { listHeight, viewHeight });
    at.current = { scrollTop: next.scrollTop ?? scrollTop, offset: next.offset };
    if (next.scrollTop !== undefined) element.scrollTop = next.scrollTop;
    const { y } = next;
    const first = space.indexAt(y);
    const bottom = space.indexAt(y + viewHeight);
    const from = Math.max(0, first - OVERSCAN);
    const to = Math.min(rows, bottom + 1 + OVERSCAN);
    window.set({ from, to, offset: next.offset });
    const isWhole = space.top(first) >= y - SLACK;
    const firstSeen = Math.min(isWhole ? first : first + 1, Math.max(0, rows - 1));
    const isLastWhole = space.top(bottom) + space.rowHeight <= y + viewHeight + SLACK;
    const lastSeen = Math.min(isLastWhole ? bottom : bottom - 1, rows - 1);
    latest.current.onSeen({
      first: firstSeen,
      last: Math.max(firstSeen, lastSeen),
      atEnd: rows > 0 && lastSeen >= rows - 1,
    });
  }, [measure, window]);

  const goTo = useCallback(
    (y: number) => {
      const { element, listHeight, viewHeight } = measure();
      if (element === null) return;
      const within = Math.min(Math.max(0, y), Math.max(0, listHeight - viewHeight));
      const next = scrollTo(within, { listHeight, viewHeight });
      at.current = next;
      element.scrollTop = next.scrollTop;
    },
    [measure],
  );

  // What the list is may change its window: other rows, another height, another room.
  const { space, rows, footHeight, headHeight } = extent;
  useLayoutEffect(() => {
    const before = latest.current.extent.space;
    const y = at.current.scrollTop + at.current.offset;
    latest.current = { extent: { space, rows, footHeight, headHeight }, onSeen };
    // Rows of another height: the first one stays the first.
    if (before !== space) goTo(space.top(before.indexAt(y)));
    look();
  }, [space, rows, footHeight, headHeight, onSeen, goTo, look]);

  useEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    element.addEventListener("scroll", look, { passive: true });
    const sizes = new ResizeObserver(look);
    sizes.observe(element);
    return () => {
      element.removeEventListener("scroll", look);
      sizes.disconnect();
    };
  }, [scroller, look]);

  const scrollToRow = useCallback(
    (index: number, where: "top" | "nearest") => {
      const { element, space: rowSpace, rows: count, listHeight, viewHeight } = measure();
      if (element === null) return;
      const top = rowSpace.top(index);
      const now = at.current.scrollTop + at.current.offset;
      // With the last row comes what is said below it.
      const bottom = index === count - 1 ? listHeight : top + rowSpace.rowHeight;
      const isSeen = top >= now && bottom <= now + viewHeight;
      if (where === "nearest" && isSeen) return;
      const wanted = where === "nearest" && top > now ? bottom - viewHeight : top;
      goTo(wanted);
      look();
    },
    [measure, goTo, look],
  );
  return { window, scrollToRow };
}

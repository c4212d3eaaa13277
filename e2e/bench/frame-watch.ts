/** One frame as it was painted. Times in ms of the page's clock, `top` in px. */
export interface Frame {
  readonly at: number;
  readonly top: number;
  /** Rows in view that are not there, stand elsewhere or show nothing. */
  readonly blank: number;
  /** Rows in view that say they are still coming. */
  readonly loading: number;
}

/** Where rows stand in the list: `tops[0]` is row `first`, px below the top of the grid. */
export interface RowPlaces {
  readonly first: number;
  readonly tops: readonly number[];
  readonly height: number;
}

/**
 * Runs inside a page: looks at every frame until `stop`. The size of an element of its own is
 * changed each frame, because who observes a size is called after everything that draws in the frame
 * and after its layout: what is seen then is what is painted, and looking costs no second layout.
 */
export function watchFrames(places: RowPlaces): { stop(): Frame[] } {
  const scroller = document.querySelector("#records");
  const grid = scroller?.querySelector('[role="grid"]');
  const header = grid?.querySelector('[role="columnheader"]');
  if (!scroller || !grid || !header) throw new Error("there is no list to watch");
  const frames: Frame[] = [];
  let at: number | undefined;
  let isOver = false;

  const look = () => {
    const { top: gridTop } = grid.getBoundingClientRect();
    const from = header.getBoundingClientRect().bottom - gridTop;
    const to = scroller.getBoundingClientRect().top + scroller.clientHeight - gridTop;
    const there = new Map<number, Element>();
    for (const row of grid.querySelectorAll('[role="row"][data-row]'))
      there.set(Number(row.getAttribute("data-row")), row);
    let blank = 0;
    let loading = 0;
    for (const [offset, top] of places.tops.entries()) {
      // A pixel at the edge may be a rounding.
      if (top + places.height <= from + 1) continue;
      if (top >= to - 1) break;
      const row = there.get(places.first + offset);
      const misplaced = row && Math.abs(row.getBoundingClientRect().top - gridTop - top) > 1;
      if (row?.hasAttribute("data-loading") === true) loading += 1;
      else if (row === undefined || misplaced === true || row.textContent === "") blank += 1;
    }
    return { top: scroller.scrollTop, blank, loading };
  };

  const beat = document.createElement("i");
  beat.style.cssText =
    "position: fixed; contain: strict; visibility: hidden; block-size: 1px; inline-size: 1px;";
  document.body.append(beat);
  const observer = new ResizeObserver(() => {
    if (at !== undefined) frames.push({ at, ...look() });
  });
  observer.observe(beat);
  const tick = (time: number) => {
    if (isOver) return;
    at = time;
    beat.style.inlineSize = beat.style.inlineSize === "1px" ? "2px" : "1px";
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
  return {
    stop() {
      isOver = true;
      observer.disconnect();
      beat.remove();
      return frames;
    },
  };
}

/** The frames from the first to the last in which the list moved. */
export function framesInMotion(frames: readonly Frame[]): readonly Frame[] {
  const moved = frames.map(({ top }, index) => index > 0 && top !== frames[index - 1]?.top);
  return frames.slice(Math.max(0, moved.indexOf(true) - 1), moved.lastIndexOf(true) + 1);
}

/** Times between frames, ms. */
export function intervalsOf(frames: readonly Frame[]): number[] {
  return frames.slice(1).map(({ at }, index) => at - (frames[index]?.at ?? at));
}

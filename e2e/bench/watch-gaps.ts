/** One frame of a scroll. */
export interface GapFrame {
  /** Since the frame before, ms. */
  readonly interval: number;
  readonly top: number;
  /** Whether a row in view was not there yet. */
  readonly isMissing: boolean;
}

/**
 * Runs inside a page: looks at three places of the list in every frame until `stop`, which costs less than to
 * look at every row.
 */
export function watchGaps(): { stop(): GapFrame[] } {
  const scroller = document.querySelector("#records");
  if (scroller === null) throw new Error("there is no list to watch");
  const { left, top, width, height } = scroller.getBoundingClientRect();
  const x = left + width / 2;
  const places = [0.1, 0.5, 0.9].map((share) => top + share * height);
  const isHere = (y: number) =>
    document.elementFromPoint(x, y)?.closest('[role="row"]:not([data-loading])') != null;
  const frames: GapFrame[] = [];
  let before: number | undefined;
  let isOver = false;
  const look = (at: number) => {
    if (isOver) return;
    if (before !== undefined && frames.at(-1)?.top !== scroller.scrollTop)
      frames.push({
        interval: at - before,
        top: scroller.scrollTop,
        isMissing: !places.every(isHere),
      });
    before = at;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  return {
    stop() {
      isOver = true;
      return frames;
    },
  };
}

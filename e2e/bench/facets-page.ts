import type { Page } from "playwright";

/** The open facets, the histogram and the summary: what is counted on a screen that was just opened. */
const COUNTED_AT_FIRST = 4;

/** Runs inside the page: whether all that is counted on it is counted in full. */
function areCountsIn(least: number): boolean {
  const parts = [...document.querySelectorAll("[data-counts]")];
  return (
    parts.length >= least && parts.every((part) => part.getAttribute("data-counts") === "known")
  );
}

/** Resolves once every count on the page is exact. */
export async function countsAreIn(page: Page): Promise<void> {
  await page.waitForFunction(areCountsIn, COUNTED_AT_FIRST, { timeout: 60_000 });
}

export interface ViewTimes {
  /** ms from the click, or from the navigation's start, to the first rows of the new view painted. */
  readonly rows: number;
  /** … to the last facet's, and the last part's, last count. */
  readonly facets: number;
  readonly all: number;
}

/**
 * Runs inside the page: clicks what `selector` finds, and resolves with the times until what it
 * changed is on screen. Without a selector the navigation itself is what it measures.
 */
export function timeOfView(selector: string | undefined): Promise<ViewTimes> {
  const startedAt = selector === undefined ? 0 : performance.now();
  const times: { rows?: number; facets?: number; all?: number } = {};
  const isIn = (query: string) => {
    const parts = [...document.querySelectorAll(query)];
    return parts.length > 0 && parts.every((part) => part.getAttribute("data-counts") === "known");
  };
  const areRowsIn = () =>
    document.querySelector("[data-pending]") === null &&
    document.querySelector('[role="grid"][aria-busy="false"]') !== null &&
    document.querySelector('[role="row"][data-row="0"]:not([data-loading])') !== null;
  return new Promise((resolve) => {
    const look = () => {
      // A task that is posted in a frame comes after the frame is painted.
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener("message", note, { once: true });
      port1.start();
      requestAnimationFrame(() => port2.postMessage(undefined));
    };
    const note = () => {
      const now = performance.now() - startedAt;
      if (areRowsIn()) times.rows ??= now;
      if (isIn("aside [data-counts]")) times.facets ??= now;
      if (isIn("main [data-counts]") && times.facets !== undefined) times.all ??= now;
      const { rows, facets, all } = times;
      if (rows === undefined || facets === undefined || all === undefined) look();
      else resolve({ rows, facets, all });
    };
    if (selector !== undefined) document.querySelector<HTMLElement>(selector)?.click();
    look();
  });
}

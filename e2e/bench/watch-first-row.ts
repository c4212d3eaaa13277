/** When things were there, ms since the navigation began. */
export interface Waterfall {
  readonly html: number;
  /** The first and the last script that `index.html` names. */
  readonly codeAsked: number;
  readonly code: number;
  readonly sessionAsked: number;
  readonly session: number;
  readonly pageAsked: number;
  readonly page: number;
  readonly firstRow: number;
}

/**
 * Runs inside the page, before anything of it: notes in `window.firstRowAt` when the first row that
 * matches `selector` and has a text has been painted.
 */
export function watchFirstRow(selector: string): void {
  const observer = new MutationObserver(() => {
    const rows = [...document.querySelectorAll<HTMLElement>(selector)];
    if (rows.every(({ textContent }) => textContent.trim() === "")) return;
    observer.disconnect();
    // A task that is posted in a frame comes after the frame is painted.
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener(
      "message",
      () => Object.assign(window, { firstRowAt: performance.now() }),
      { once: true },
    );
    port1.start();
    requestAnimationFrame(() => port2.postMessage(undefined));
  });
  observer.observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
  });
}

/** Runs inside the page, once its first row was noted. Nothing that was never asked for has a time. */
export function readWaterfall(): Waterfall {
  const timed = performance
    .getEntries()
    .filter((entry) => entry instanceof PerformanceResourceTiming);
  const of = (path: string) => timed.find(({ name }) => new URL(name).pathname === path);
  const named = new Set(
    [...document.querySelectorAll<HTMLScriptElement>("script[src]")].map(({ src }) => src),
  );
  const preloaded = [
    ...document.querySelectorAll<HTMLLinkElement>('link[rel="modulepreload"]'),
  ].map(({ href }) => href);
  for (const href of preloaded) named.add(href);
  const code = timed.filter(({ name }) => named.has(name));
  const session = of("/api/session");
  const page = of("/api/records");
  const { firstRowAt = Number.NaN } = window as { firstRowAt?: number };
  return {
    html: timed.find(({ entryType }) => entryType === "navigation")?.responseEnd ?? Number.NaN,
    codeAsked: Math.min(...code.map(({ startTime }) => startTime)),
    code: Math.max(...code.map(({ responseEnd }) => responseEnd)),
    sessionAsked: session?.startTime ?? Number.NaN,
    session: session?.responseEnd ?? Number.NaN,
    pageAsked: page?.startTime ?? Number.NaN,
    page: page?.responseEnd ?? Number.NaN,
    firstRow: firstRowAt,
  };
}

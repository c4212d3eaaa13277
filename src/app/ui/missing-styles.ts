/** Addresses of style sheets that could not be fetched. */
const missing = new Set<string>();
let tries = 0;
let isWatched = false;

/**
 * Fetches code whose styles come with it.
 *
 * Vite asks for a part's style sheets together with its code, and for each of them once: after a moment
 * without a network the part would come without them for good. It tells which it could not fetch, and
 * those are asked for once more.
 *
 * Authority: https://vite.dev/guide/build#load-error-handling
 *
 * @throws as `fetchCode` does; Error where styles cannot be fetched
 */
export async function withStyles<Code>(fetchCode: () => Promise<Code>): Promise<Code> {
  if (!isWatched) addEventListener("vite:preloadError", noteMissing);
  isWatched = true;
  const code = await fetchCode();
  await Promise.all([...missing].map(fetchStyles));
  return code;
}

function noteMissing(event: VitePreloadErrorEvent): void {
  const [, address] = /^Unable to preload CSS for (\S+)$/.exec(event.payload.message) ?? [];
  if (address === undefined) return;
  missing.add(address);
  // The code itself is fetched all the same.
  event.preventDefault();
}

async function fetchStyles(address: string): Promise<void> {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  tries += 1;
  link.href = `${address}?again=${tries}`;
  const isThere = new Promise<void>((resolve, reject) => {
    link.addEventListener("load", () => resolve());
    link.addEventListener("error", () => reject(new Error(`No styles: ${address}`)));
  });
  document.head.append(link);
  await isThere.catch((error: unknown) => {
    link.remove();
    throw error;
  });
  missing.delete(address);
}

/** Files that were asked for, until they could not be fetched. */
const asked = new Map<string, Promise<unknown>>();

/**
 * Imports code once all of its files are here: it stands where Vite's own helper would, around every
 * `import()` of the build (`vite.config.ts`).
 *
 * Chromium takes a module that it could not fetch for failed until the page is loaded anew, whoever imports it
 * (https://github.com/whatwg/html/issues/6768), likewise one that it could not preload, and Vite asks for a style
 * sheet once: one moment without a network would take a part of the screen away for the rest of the day. What is
 * fetched as data can be asked for as often as one likes, and the import finds it in the browser's cache.
 *
 * @param files paths from the root, of the code and of all that it stands on
 * @throws what the browser throws where one could not be fetched, or of the code itself
 */
export async function fetchThenImport<Code>(
  load: () => Promise<Code>,
  files: readonly string[] = [],
): Promise<Code> {
  // The browser, too, begins an import behind what is being drawn.
  await new Promise((resolve) => setTimeout(resolve));
  await Promise.all(files.map(fetchFile));
  return load();
}

function fetchFile(file: string): Promise<unknown> {
  const coming = asked.get(file) ?? fetchOnce(`/${file}`);
  asked.set(file, coming);
  coming.catch(() => asked.delete(file));
  return coming;
}

async function fetchOnce(address: string): Promise<unknown> {
  // What the document itself names is here, or nothing would run.
  if (document.querySelector(`[src="${address}"], [href="${address}"]`) !== null) return;
  if (address.endsWith(".css")) return addStyles(address);
  const reply = await fetch(address);
  if (!reply.ok) throw new Error(`${address}: ${reply.status}`);
  return reply.blob();
}

function addStyles(href: string): Promise<unknown> {
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href });
  document.head.append(link);
  return new Promise((resolve, reject) => {
    link.addEventListener("load", resolve);
    link.addEventListener("error", () => {
      link.remove();
      reject(new Error(`Could not be fetched: ${href}`));
    });
  });
}

import { withStyles } from "./missing-styles.ts";

/** Files that could not be fetched, and under which address they are asked for next. */
const failed = new Map<string, number>();

/**
 * Code that comes when it is needed.
 *
 * Chromium takes a file that it could not fetch for failed until the page is loaded anew
 * (https://github.com/whatwg/html/issues/6768): one moment without a network would take a part of the
 * screen away for the rest of the day. So whoever asks again asks for the same file by another address.
 *
 * @param load a dynamic `import()`
 * @throws what the browser throws where the code, or its styles, could not be fetched
 */
export function loadCode<Code>(load: () => Promise<Code>): Promise<Code> {
  return withStyles(() => fetchCode(load));
}

async function fetchCode<Code>(load: () => Promise<Code>): Promise<Code> {
  try {
    return await load();
  } catch (error) {
    const file = fileOf(error);
    if (file === undefined) throw error;
    const again = failed.get(file);
    failed.set(file, again ?? 1);
    if (again === undefined) throw error;
    try {
      // The file is the same, and so is what it holds.
      // oxlint-disable-next-line import/no-dynamic-require -- its name is what the browser said
      return (await import(/* @vite-ignore */ `${file}?again=${again}`)) as Code;
    } catch (later) {
      failed.set(file, again + 1);
      throw later;
    }
  }
}

/** The address that the browser names; undefined where it names none, and then tries again by itself. */
function fileOf(error: unknown): string | undefined {
  const [address] = /https?:[^\s?#]+/.exec(error instanceof Error ? error.message : "") ?? [];
  return address?.startsWith(`${location.origin}/`) === true ? address : undefined;
}

import type { Page } from "playwright";
import type { ViewTimes } from "./facets-page.ts";

/** What a page asked its server for. */
export interface AskedRequest {
  readonly path: string;
  /** Of a POST. */
  readonly body: string | undefined;
}

/** Notes what a page asks for from now on. */
export function watchRequests(page: Page): readonly AskedRequest[] {
  const asked: AskedRequest[] = [];
  page.on("request", (request) => {
    const { pathname, search } = new URL(request.url());
    if (!pathname.startsWith("/api/")) return;
    asked.push({ path: pathname + search, body: request.postData() ?? undefined });
  });
  return asked;
}

/** A millisecond earlier in all instants: as much to do, and nothing of it answered before. */
const earlier = (text: string) => text.replace(/\d{13}/g, (ms) => String(Number(ms) - 1));

/** The same requests by a script that does nothing else, at once: less than that no screen can take. */
export async function floorOf(url: string, asked: readonly AskedRequest[]): Promise<ViewTimes> {
  const startedAt = performance.now();
  const times = await Promise.all(
    asked.map(async ({ path, body }) => {
      const headers = { "content-type": "application/json" };
      const post = body === undefined ? {} : { method: "POST", headers, body: earlier(body) };
      const reply = await fetch(url + earlier(path), post);
      if (!reply.ok) throw new Error(`${reply.status} for ${path}`);
      await reply.text();
      const isOfFacets = body?.includes('"facet"') === true;
      const at = performance.now() - startedAt;
      return { at, isOfRows: path.startsWith("/api/records?"), isOfFacets };
    }),
  );
  const last = (some: typeof times) => Math.max(0, ...some.map(({ at }) => at));
  return {
    rows: last(times.filter(({ isOfRows }) => isOfRows)),
    facets: last(times.filter(({ isOfFacets }) => isOfFacets)),
    all: last(times),
  };
}

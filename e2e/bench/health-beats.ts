import { setTimeout as sleep } from "node:timers/promises";
import { Pool } from "undici";

const EVERY_MS = 20;

/** Asks `/healthz` again and again while something is done; how long each answer took, ms. */
export async function beatsDuring(
  url: string,
  work: () => Promise<unknown>,
): Promise<readonly number[]> {
  const pool = new Pool(url, { connections: 1 });
  const beats: number[] = [];
  const over = new AbortController();
  const beating = (async () => {
    while (!over.signal.aborted) {
      const askedAt = performance.now();
      const { body } = await pool.request({ method: "GET", path: "/healthz" });
      await body.text();
      beats.push(performance.now() - askedAt);
      await sleep(EVERY_MS);
    }
  })();
  try {
    await work();
  } finally {
    over.abort();
    await beating.finally(() => pool.close());
  }
  return beats;
}

import { Pool } from "undici";
import { TAB_HEADER } from "#contract/api/tab.ts";
import { DAY_MS } from "#contract/time/durations.ts";

const AT_ONCE = 40;
const PAGES = 60;

/** How long a reader's pages take, ms: alone, and while another reader has forty under way. */
export async function measureNeighbours(url: string, instance: string) {
  let asked = 0;
  const pool = new Pool(url, { connections: AT_ONCE + 1 });
  /** A page of a day that nobody has asked for. */
  const page = async (tab: string) => {
    asked += 1;
    const to = Date.now() - 30 * DAY_MS - asked * 1000;
    const path = `/api/records?instance=${instance}&from=${to - DAY_MS}&to=${to}&page=2`;
    const startedAt = performance.now();
    const reply = await pool.request({ method: "GET", path, headers: { [TAB_HEADER]: tab } });
    await reply.body.text();
    return performance.now() - startedAt;
  };
  const pages = async () => {
    const samples: number[] = [];
    for (let index = 0; index < PAGES; index += 1) samples.push(await page("little"));
    return samples;
  };
  await pages();
  const alone = await pages();
  const over = new AbortController();
  const many = Array.from({ length: AT_ONCE }, async () => {
    while (!over.signal.aborted) await page("many");
  });
  const beside = await pages();
  over.abort();
  await Promise.all(many);
  await pool.close();
  return { alone, beside };
}

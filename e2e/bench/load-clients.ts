import { setTimeout as sleep } from "node:timers/promises";
import { Pool } from "undici";
import { TAB_HEADER } from "#contract/api/tab.ts";
import { DAY_MS } from "#contract/time/durations.ts";
import { createRng, type Rng } from "#upstream/chance/rng.ts";

const CLIENTS = 64;
/** Day, week and year: most look at a day. */
const SPANS = [
  [1, 6],
  [7, 3],
  [365, 1],
] as const;
const BARS = 24;
/** Whoever is told to come again later does not wait for longer: the bench is over before. */
const LONGEST_PAUSE_MS = 5_000;

/** What came of one sort of request. */
export interface Came {
  /** Of those that were answered, ms. */
  readonly answered: number[];
  /** Refused as a whole, since too much waited. */
  refused: number;
  failed: number;
}

export interface LoadOutcome {
  readonly rows: Came;
  readonly counts: Came;
  /** Bars and ranks that were refused within an answer. */
  parts: number;
}

const none = (): Came => ({ answered: [], refused: 0, failed: 0 });

/** So many clients for so long, each asking as soon as it is answered, for rows or for a screen's counts. */
export async function runLoad(url: string, instance: string, seconds: number, seed: string) {
  const outcome: LoadOutcome = { rows: none(), counts: none(), parts: 0 };
  const endsAt = performance.now() + seconds * 1000;
  const pool = new Pool(url, { connections: CLIENTS });
  const client = async (_unused: unknown, index: number) => {
    const rng = createRng(seed, index);
    const headers = { [TAB_HEADER]: `client-${index}` };
    while (performance.now() < endsAt) {
      const { from, to } = rangeBy(rng);
      const isRows = rng.chance(0.5);
      const came = isRows ? outcome.rows : outcome.counts;
      const askedAt = performance.now();
      const reply = await pool.request(
        isRows
          ? { method: "GET", path: rowsPath(instance, from, to, rng), headers }
          : {
              method: "POST",
              path: "/api/counts",
              headers: { ...headers, "content-type": "application/json" },
              body: JSON.stringify({ asks: screenOf(instance, from, to) }),
            },
      );
      const text = await reply.body.text();
      outcome.parts += text.match(/"code":"server_busy"/g)?.length ?? 0;
      if (reply.statusCode === 200) came.answered.push(performance.now() - askedAt);
      else if (reply.statusCode === 503) {
        came.refused += 1;
        const pauseMs = 1000 * Number(reply.headers["retry-after"] ?? 1);
        await sleep(Math.min(LONGEST_PAUSE_MS, pauseMs));
      } else came.failed += 1;
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  await pool.close();
  return outcome;
}

/** Some days of the last two years, to the second. */
function rangeBy(rng: Rng): { from: number; to: number } {
  const days = rng.weighted(SPANS);
  const to = Date.now() - rng.int(0, (365 - Math.min(days, 364)) * 86_400) * 1000;
  return { from: to - days * DAY_MS, to };
}

function rowsPath(instance: string, from: number, to: number, rng: Rng): string {
  const filter = rng.chance(0.3) ? "&disposition=AbandonedInQueue,AbandonedInRing" : "";
  return `/api/records?instance=${instance}&from=${from}&to=${to}&page=${rng.int(1, 5)}${filter}`;
}

/** What a screen asks: figures, two facets, bars. */
function screenOf(instance: string, from: number, to: number): readonly object[] {
  const view = `instance=${instance}&from=${from}&to=${to}`;
  const edges = Array.from({ length: BARS + 1 }, (_unused, bar) =>
    Math.round(from + ((to + 1 - from) * bar) / BARS),
  );
  return [
    { of: "total", view },
    { of: "facet", view, facet: "contactDisposition" },
    { of: "facet", view, facet: "satisfactionIndex" },
    { of: "ranks", view, field: "queueTime", shares: [0.5, 0.9] },
    { of: "times", view, edges },
  ];
}

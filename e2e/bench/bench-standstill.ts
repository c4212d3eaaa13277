import { setTimeout as sleep } from "node:timers/promises";
import { build } from "vite";
import type { Ask } from "#contract/api/asks.ts";
import { COUNTS_ROUTE } from "#contract/api/counts.ts";
import { FACET_KEYS } from "#contract/filter/filters.ts";
import { beatsDuring } from "./health-beats.ts";
import { quantile } from "./measure.ts";
import { startServer } from "../kit/start-server.ts";
import { startStubUpstream } from "../kit/stub-upstream.ts";

/** Until the code that counts is compiled. */
const WARM_UP_ROUNDS = 10;
const SECONDS = Number(process.env["BENCH_SECONDS"] ?? 15);
const FACETS = 16;
const TOTAL = 1_000_000_000;
const GOAL_MS = 100;

/**
 * How long the server stands still while it counts: what `/healthz` takes while sixteen facets of a
 * thousand million calls are asked in a loop, beside what it takes of a server that has nothing to do.
 */
export async function benchStandstill(): Promise<void> {
  // The server does not start without the browser's files.
  await build({ logLevel: "error" });
  const record = { ContactId: "job-1", StartTime: 1 };
  const upstream = await startStubUpstream({ TotalCount: TOTAL, List: [record] });
  const server = await startServer(upstream.environment);
  try {
    console.log(`\n/healthz while ${FACETS} facets of 10^9 calls are asked, ${SECONDS} s`);
    let asked = 0;
    while (asked < WARM_UP_ROUNDS) await askFacets(server.url, (asked += 1));
    const idle = await beatsDuring(server.url, () => sleep(SECONDS * 1_000));
    const counting = await beatsDuring(server.url, async () => {
      const endsAt = performance.now() + SECONDS * 1_000;
      while (performance.now() < endsAt) await askFacets(server.url, (asked += 1));
    });
    console.table({ idle: row(idle), counting: row(counting) });
    console.log(`Asked ${asked - WARM_UP_ROUNDS} times; goal: p99 under ${GOAL_MS} ms`);
  } finally {
    await server.stop();
    upstream.close();
  }
}

/** Of calls that nobody has asked for before: nothing of it is kept. */
async function askFacets(url: string, round: number): Promise<void> {
  const asks = Array.from({ length: FACETS }, (_unused, index): Ask => {
    const facet = FACET_KEYS[index % FACET_KEYS.length] ?? "contactType";
    return { of: "facet", facet, view: `?from=0&to=${1_000 + round * FACETS + index}` };
  });
  const reply = await fetch(url + COUNTS_ROUTE, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ asks }),
  });
  const lines = await reply.text();
  if (!reply.ok || lines.includes('"problem"')) throw new Error(`Not counted: ${lines}`);
}

function row(beats: readonly number[]): Record<string, string> {
  const ms = (share: number) => `${quantile(beats, share).toFixed(1)} ms`;
  return { p50: ms(0.5), p95: ms(0.95), p99: ms(0.99), max: ms(1), beats: String(beats.length) };
}

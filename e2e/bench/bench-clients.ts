import { Pool } from "undici";
import { DAY_MS } from "#contract/time/durations.ts";
import { beatsDuring } from "./health-beats.ts";
import { quantile } from "./measure.ts";
import type { Params, SignedClient } from "./signed-client.ts";
import { startServer } from "../kit/start-server.ts";

const CLIENTS = 16;
const REQUESTS_EACH = 40;
const GOAL_P95_MS = 250;
const GOAL_HEALTH_MS = 50;

/** What people do on a day: mostly pages, some filters and sorts, a few numbers looked for. */
const MIX: readonly Params[] = [
  {},
  { PageNumber: "2" },
  { ContactDispositionList: '["AbandonedInQueue","AbandonedInRing"]' },
  { PageSize: "1", SatisfactionList: '["1"]' },
  { OrderByField: "callDuration" },
  {},
  { ContactTypeList: '["Outbound"]', PageNumber: "3" },
  { Criteria: '{"phoneNumber":"432"}' },
  { PageSize: "1", ContactDispositionList: '["Success"]' },
  { OrderByField: "queueTime", PageNumber: "2" },
];

/** The `step`th request of a client: another day, another question. */
function requestOf(client: number, step: number, end: number): Params {
  const dayEnd = end - (2 + ((client * 37 + step * 11) % 300)) * DAY_MS - step;
  return {
    ...MIX[(client + step) % MIX.length],
    StartTime: String(dayEnd - DAY_MS),
    EndTime: String(dayEnd),
  };
}

/** Every client asks as soon as it is answered. */
async function runClients(ask: (params: Params) => Promise<unknown>, end: number) {
  const samples: number[] = [];
  let errors = 0;
  const startedAt = performance.now();
  const client = async (_unused: unknown, index: number) => {
    for (let step = 0; step < REQUESTS_EACH; step += 1) {
      const askedAt = performance.now();
      await ask(requestOf(index, step, end)).catch(() => (errors += 1));
      samples.push(performance.now() - askedAt);
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  return { samples, errors, seconds: (performance.now() - startedAt) / 1000 };
}

function printClients(
  name: string,
  { samples, errors, seconds }: Awaited<ReturnType<typeof runClients>>,
): void {
  const [median, p95] = [quantile(samples, 0.5), quantile(samples, 0.95)];
  console.log(
    `${CLIENTS} clients at once, ${name}: median ${median.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms (goal ≤ ${GOAL_P95_MS}), ${errors} errors, ${(samples.length / seconds).toFixed(0)} requests/s`,
  );
}

/** Sixteen clients with mixed questions about days. */
export async function measureClients(client: SignedClient, end: number): Promise<void> {
  printClients("signed", await runClients((params) => client.list(params), end));
}

/** The names of the page's address for what the clients ask by the wire's. */
function viewOf(params: Params, instance: string): string {
  const { StartTime = "", EndTime = "", PageNumber = "1" } = params;
  const view = new URLSearchParams({ instance, from: StartTime, to: EndTime, page: PageNumber });
  const lists = {
    disposition: "ContactDispositionList",
    type: "ContactTypeList",
    sat: "SatisfactionList",
  };
  for (const [name, wire] of Object.entries(lists)) {
    const value = params[wire];
    if (value !== undefined) view.set(name, JSON.parse(value).join(","));
  }
  if (params["Criteria"] !== undefined)
    view.set("phone", JSON.parse(params["Criteria"]).phoneNumber);
  if (params["OrderByField"] !== undefined) view.set("sort", `-${params["OrderByField"]}`);
  return `/api/records?${view}`;
}

/**
 * The same clients through the whole server, BFF and embedded upstream in one process, while
 * `/healthz` of that process is asked again and again.
 */
export async function measureHealth(database: string, instance: string): Promise<void> {
  const server = await startServer({ EMBEDDED_DATABASE: database, RETENTION_DAYS: "3650" });
  const pool = new Pool(server.url, { connections: CLIENTS });
  try {
    const get = async (from: Pool, path: string) => {
      const reply = await from.request({ method: "GET", path });
      const text = await reply.body.text();
      if (reply.statusCode !== 200) throw new Error(`${reply.statusCode}: ${text.slice(0, 300)}`);
      return JSON.parse(text);
    };
    const latest = await get(pool, `/api/records?instance=${instance}&range=last30d`);
    const end = Number(latest.records[0].startTime);
    const beats = await beatsDuring(server.url, async () =>
      printClients(
        "through the whole server",
        await runClients((params) => get(pool, viewOf(params, instance)), end),
      ),
    );
    console.log(
      `/healthz meanwhile: median ${quantile(beats, 0.5).toFixed(1)} ms, p95 ${quantile(beats, 0.95).toFixed(1)} ms, most ${Math.max(...beats).toFixed(1)} ms of ${beats.length} (goal ≤ ${GOAL_HEALTH_MS})`,
    );
  } finally {
    await pool.close();
    await server.stop();
  }
}

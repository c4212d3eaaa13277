import { setTimeout as sleep } from "node:timers/promises";
import { build } from "vite";
import { beatsDuring } from "./health-beats.ts";
import { runLoad, type Came } from "./load-clients.ts";
import { measureNeighbours } from "./load-neighbours.ts";
import { quantile } from "./measure.ts";
import { collectGarbage, COLLECTING, residentMegabytes } from "./resident-memory.ts";
import { yearDatabase } from "./year-database.ts";
import { startServer } from "../kit/start-server.ts";

const RECORDS = Number(process.env["BENCH_RECORDS"] ?? 1_000_000);
const SECONDS = Number(process.env["BENCH_SECONDS"] ?? 60);
/** Another checkout of the project, built, to be measured in the same run. */
const BASELINE = process.env["BENCH_BASELINE"];
const SETTLE_MS = 10_000;
const GOAL_HEALTH_MS = 50;
const GOAL_RSS = 1.1;
const GOAL_NEIGHBOUR = 1.2;

/**
 * What many clients at once get of the whole server, BFF and embedded upstream in one process: 64 of them
 * on views by chance of a million calls, twice; and what one reader's forty pages cost another reader.
 */
export async function benchLoad(): Promise<void> {
  // The server does not start without the browser's files.
  await build({ logLevel: "error" });
  const database = await yearDatabase(RECORDS);
  if (BASELINE !== undefined) await measure(`The checkout in ${BASELINE}`, database, BASELINE);
  await measure("This checkout", database);
}

async function measure(name: string, database: string, root?: string): Promise<void> {
  console.log(`\n${name}: ${RECORDS.toLocaleString("en-US")} calls, ${SECONDS} s a round`);
  const environment = { EMBEDDED_DATABASE: database, RETENTION_DAYS: "3650" };
  const command = [...COLLECTING, "src/server.ts"];
  const server = await startServer(environment, command, root);
  try {
    const session = await (await fetch(`${server.url}/api/session`)).json();
    const instance: string = session.instances[0].id;
    const memory: number[] = [];
    for (const round of ["first", "second"]) {
      let outcome: Awaited<ReturnType<typeof runLoad>> | undefined;
      const beats = await beatsDuring(server.url, async () => {
        outcome = await runLoad(server.url, instance, SECONDS, round);
      });
      if (outcome !== undefined) {
        console.table({ rows: row(outcome.rows), counts: row(outcome.counts) });
        console.log(`Bars and ranks refused within an answer: ${outcome.parts}`);
      }
      console.log(
        `/healthz: median ${ms(beats, 0.5)}, p99 ${ms(beats, 0.99)} (goal ≤ ${GOAL_HEALTH_MS} ms) of ${beats.length}`,
      );
      await sleep(SETTLE_MS);
      collectGarbage(server.pid);
      await sleep(SETTLE_MS);
      memory.push(residentMegabytes(server.pid));
    }
    const [first = Number.NaN, second = Number.NaN] = memory;
    console.log(
      `Resident, garbage collected, after the first round ${first} MB, after the second ${second} MB: ${(second / first).toFixed(2)} times (goal ≤ ${GOAL_RSS})`,
    );
    const { alone, beside } = await measureNeighbours(server.url, instance);
    const ratio = quantile(beside, 0.5) / quantile(alone, 0.5);
    console.log(
      `A reader's page alone ${ms(alone, 0.5)}, beside forty of another reader ${ms(beside, 0.5)}: ${ratio.toFixed(2)} times (goal ≤ ${GOAL_NEIGHBOUR})`,
    );
  } finally {
    await server.stop();
  }
}

function row({ answered, refused, failed }: Came): Record<string, string> {
  const all = answered.length + refused + failed;
  return {
    p50: ms(answered, 0.5),
    p95: ms(answered, 0.95),
    p99: ms(answered, 0.99),
    answered: String(answered.length),
    refused: `${((100 * refused) / all).toFixed(1)} %`,
    failed: String(failed),
  };
}

const ms = (samples: readonly number[], share: number) =>
  `${quantile(samples, share).toFixed(0)} ms`;

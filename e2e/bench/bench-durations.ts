import { existsSync } from "node:fs";
import { join } from "node:path";
import { Pool } from "undici";
import { recordsReplySchema } from "#contract/api/records.ts";
import { openEmbeddedDatabase } from "#embedded/open-database.ts";
import { measureInTurn, quantile } from "./measure.ts";
import { startServer } from "../kit/start-server.ts";

const RECORDS = Number(process.env["BENCH_RECORDS"] ?? "1000000");
const RUNS = Number(process.env["BENCH_RUNS"] ?? "12");
const PROBES = 13;
const GOAL = 1.5;

/** A database of so many calls of one day: once, for it takes its time. */
async function dayDatabase(): Promise<string> {
  const file = join(import.meta.dirname, `../../.data/bench-day-${RECORDS}.duckdb`);
  if (existsSync(file)) return file;
  console.log(`Making ${RECORDS.toLocaleString("en-US")} calls of a day in ${file} …`);
  const sample = { sampleRecords: RECORDS, sampleSeed: "bench", sampleDays: 1 };
  const database = await openEmbeddedDatabase({ file, ...sample, timeZone: "Asia/Shanghai" });
  await database.close();
  return file;
}

/** The first page of a duration's range, beside the same list without it and the probes that it may cost. */
export async function benchDurations(): Promise<void> {
  const server = await startServer({ EMBEDDED_DATABASE: await dayDatabase() });
  const pool = new Pool(server.url, { connections: 1 });
  const ask = async (search: string) => {
    const reply = await pool.request({ method: "GET", path: `/api/records?${search}` });
    const body = await reply.body.json();
    if (reply.statusCode !== 200) throw new Error(`${reply.statusCode}: ${JSON.stringify(body)}`);
    return recordsReplySchema.parse(body);
  };
  try {
    const { records, total } = await ask(`from=0&to=${Date.now()}&size=1`);
    const newest = records[0]?.startTime ?? 0;
    let asked = 0;
    // Each a second shorter than the one before, so that nothing was answered or sorted already.
    const nextDay = () => `from=0&to=${newest - 1000 * (asked += 1)}&sort=-queueTime`;
    const spent: Record<string, number> = {};
    const rowsOf = (range: string) => async () => {
      const reply = await ask(`${nextDay()}&queue=${range}`);
      spent[range] = reply.spent.calls;
    };
    const samples = await measureInTurn(
      {
        without: () => ask(nextDay()),
        "60..": rowsOf("60.."),
        "400..": rowsOf("400.."),
        "300..330": rowsOf("300..330"),
      },
      { warmUp: 2, counted: RUNS },
    );
    const day = nextDay();
    const probe = (page: number) => () => ask(`${day}&size=1&page=${page}`);
    const { probe: probes } = await measureInTurn(
      {
        probe: async () => {
          for (let page = 2; page < 2 + PROBES; page += 1) await probe(page)();
        },
      },
      { warmUp: 0, counted: 1 },
    );
    const without = quantile(samples.without, 0.5);
    const probesMs = quantile(probes, 0.5);
    console.log(
      `\n${(total ?? 0).toLocaleString("en-US")} calls of a day: ms until the first page (goal: ${GOAL} × without it and ${PROBES} probes, ${Math.round(GOAL * without + probesMs)})`,
    );
    console.table(
      Object.fromEntries(
        Object.entries(samples).map(([name, times]) => [
          name === "without" ? "no duration" : `queue=${name}`,
          {
            median: Math.round(quantile(times, 0.5)),
            p95: Math.round(quantile(times, 0.95)),
            "upstream calls": spent[name] ?? 1,
            "of the goal": (quantile(times, 0.5) / (GOAL * without + probesMs)).toFixed(2),
          },
        ]),
      ),
    );
    const startedAt = performance.now();
    const counted = await ask(`${day}&queue=60..&size=1`);
    console.log(
      `queue=60.. counted: ${(counted.total ?? Number.NaN).toLocaleString("en-US")} in ${Math.round(performance.now() - startedAt)} ms and ${counted.spent.calls} upstream calls`,
    );
  } finally {
    await pool.close();
    await server.stop();
  }
}

import { statSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { CONTACT_DISPOSITIONS } from "#contract/record/enums.ts";
import { DAY_MS } from "#contract/time/durations.ts";
import { measureClients, measureHealth } from "./bench-clients.ts";
import { quantile, type Samples } from "./measure.ts";
import {
  BENCH_CREDENTIALS,
  createSignedClient,
  type Params,
  type SignedClient,
} from "./signed-client.ts";
import { YEAR_DAYS, yearDatabase } from "./year-database.ts";
import { startServer } from "../kit/start-server.ts";

/** A trial of the bench may do with fewer; its figures are then no figures. */
const RECORDS = Number(process.env["BENCH_RECORDS"] ?? "10000000");
const INSTANCE = "ccc-sample";
const DAYS = YEAR_DAYS;
/** Between a first page and the next one that a reader asks for. */
const A_MOMENT_MS = 500;
/** Added to the index where a trial must not find what another one left. */
const LATER = 1000;
/** Runs of a trial that do not count: the first of a kind reads the disk. */
const WARM_UP = 2;

interface Trial {
  readonly name: string;
  /** ms, of the median. */
  readonly goal: number;
  readonly runs: number;
  /** How many records the range holds, and how many of them were asked for: any of its requests. */
  readonly scanned: Params;
  readonly found: Params;
  /** The `index`th time; each asks a little else, so that nothing was answered before. */
  run(index: number): Promise<void>;
  /** What comes before it, and does not count. */
  before(index: number): Promise<void>;
}

/** An empty page would be quick. */
function expectRecords(list: readonly unknown[], least = 1): void {
  if (list.length < least) throw new Error(`only ${list.length} records`);
}

interface Times {
  /** ms: the end of the `index`th day back, and of the year. */
  dayEnd(index: number): number;
  readonly end: number;
}

async function readTimes(client: SignedClient): Promise<Times> {
  const { List } = await client.list({ StartTime: "0", PageSize: "1" });
  const end = Number(List[0]?.["StartTime"]);
  return { end, dayEnd: (index) => end - (2 + (index % 300)) * DAY_MS };
}

function trialsOf(client: SignedClient, agent: string, contactIds: readonly string[], t: Times) {
  const range = (from: number, to: number): Params => ({
    StartTime: String(from),
    EndTime: String(to),
  });
  const day = (index: number) => range(t.dayEnd(index) - DAY_MS, t.dayEnd(index));
  const year = (index: number) => range(t.end - DAYS * DAY_MS, t.end - index);
  const byDuration = { OrderByField: "callDuration" };
  const narrow = {
    ContactDispositionList: '["Success","ForwardToOutsideNumber"]',
    SatisfactionList: '["1","2"]',
    Criteria: '{"phoneNumber":"4321"}',
  };
  const page = async (params: Params, least?: number) =>
    expectRecords((await client.list(params)).List, least);
  // What the facets of a view ask: every disposition, and five grades of satisfaction.
  const facets: Params[] = [
    ...CONTACT_DISPOSITIONS.slice(0, 12).map((value) => ({
      ContactDispositionList: JSON.stringify([value]),
    })),
    ...["1", "2", "3", "4", "5"].map((value) => ({ SatisfactionList: JSON.stringify([value]) })),
  ];
  const probes = async (time: Params) => {
    const pages = await Promise.all(
      facets.map((facet) => client.list({ ...time, ...facet, PageSize: "1" })),
    );
    expectRecords(pages.flatMap(({ List }) => List));
  };
  const buckets = async (index: number) => {
    const [from, width] = [t.dayEnd(index) - DAY_MS, DAY_MS / 60];
    const starts = Array.from({ length: 60 }, (_unused, bucket) => from + bucket * width);
    const pages = await Promise.all(
      starts.map((start) => client.list({ ...range(start, start + width - 1), PageSize: "1" })),
    );
    const total = pages.reduce((sum, { TotalCount }) => sum + TotalCount, 0);
    if (total === 0) throw new Error("an empty day");
  };
  const trial = (
    name: string,
    goal: number,
    runs: number,
    asked: (index: number) => Params,
    run: (index: number) => Promise<void> = (index) => page(asked(index)),
    before: (index: number) => Promise<void> = () => Promise.resolve(),
  ): Trial => {
    const { StartTime = "0", EndTime = "" } = asked(0);
    return { name, goal, runs, scanned: { StartTime, EndTime }, found: asked(0), before, run };
  };
  const agentYear = (index: number) => ({ ...year(index), AgentId: agent, ...byDuration });
  return [
    trial("default day, page 1 + TotalCount", 15, 60, day),
    trial("year, page 1 by start time + TotalCount", 40, 40, year),
    trial("year by callDuration, page 1", 500, 12, (index) => ({ ...year(index), ...byDuration })),
    trial(
      "… page 100 of the same query, a moment later",
      30,
      12,
      (index) => ({ ...year(index + LATER), ...byDuration }),
      (index) => page({ ...year(index + LATER), ...byDuration, PageNumber: "100" }, 100),
      async (index) => {
        await page({ ...year(index + LATER), ...byDuration });
        await sleep(A_MOMENT_MS);
      },
    ),
    trial("one agent's year by callDuration, page 1 + TotalCount", 400, 12, agentYear),
    trial("year, 2 dispositions + satisfaction + phone + TotalCount", 500, 12, (index) => ({
      ...year(index),
      ...narrow,
    })),
    trial(
      "ContactId",
      5,
      60,
      () => ({ ContactId: contactIds[0] ?? "" }),
      (index) => page({ ContactId: contactIds[Math.abs(index) % contactIds.length] ?? "" }),
    ),
    trial("17 count probes over a day, together", 25, 40, day, (index) => probes(day(index))),
    trial("17 count probes over a year, together", 700, 12, year, (index) => probes(year(index))),
    trial("60 buckets over a day, together", 100, 30, day, buckets),
  ];
}

const digits = (ms: number) => ms.toFixed(1);

async function measure(trial: Trial, floor: () => Promise<void>) {
  const [own, floors]: [number[], number[]] = [[], []];
  const timed = async (samples: number[], run: () => Promise<void>) => {
    const startedAt = performance.now();
    await run();
    samples.push(performance.now() - startedAt);
  };
  for (let index = -WARM_UP; index < 0; index += 1) {
    await trial.before(index);
    await trial.run(index);
  }
  for (let index = 0; index < trial.runs; index += 1) {
    await trial.before(index);
    await timed(floors, floor);
    await timed(own, () => trial.run(index));
  }
  return { own, floors } satisfies Record<string, Samples>;
}

async function printTrials(client: SignedClient): Promise<void> {
  const times = await readTimes(client);
  const sample = await client.list({ StartTime: "0", PageNumber: "40" });
  const contactIds = sample.List.map((record) => String(record["ContactId"]));
  const agent = String(sample.List.find((record) => record["AgentIds"])?.["AgentIds"]).split(
    ",",
  )[0];
  // The same door without a statement behind it: HTTP, signature, envelope.
  const floor = async () => {
    await client.call("ListInstances", { PageNumber: "1", PageSize: "10" });
  };
  for (let warm = 0; warm < 50; warm += 1) await floor();
  const rows: Record<string, Record<string, string>> = {};
  for (const trial of trialsOf(client, agent ?? "", contactIds, times)) {
    const scanned = trial.found["ContactId"]
      ? RECORDS
      : (await client.list(trial.scanned)).TotalCount;
    const { TotalCount: found } = await client.list(trial.found);
    const { own, floors } = await measure(trial, floor);
    const median = quantile(own, 0.5);
    rows[trial.name] = {
      "goal ≤": String(trial.goal),
      median: digits(median),
      p95: digits(quantile(own, 0.95)),
      "× floor": digits(median / quantile(floors, 0.5)),
      "rows in range": scanned.toLocaleString("en-US"),
      "rows found": found.toLocaleString("en-US"),
      runs: String(own.length),
    };
  }
  console.table(rows);
  console.log("Floor: a signed ListInstances, which asks the database nothing. All in ms.\n");
}

/**
 * The embedded upstream over 10 million calls of a year: the queries of a dashboard as signed
 * requests over HTTP, one process asking, one answering.
 */
export async function benchUpstream(): Promise<void> {
  const database = await yearDatabase(RECORDS);
  const megabytes = Math.round(statSync(database).size / 1024 / 1024);
  console.log(
    `The embedded upstream: ${RECORDS.toLocaleString("en-US")} calls of ${DAYS} days, ${megabytes} MiB`,
  );
  const upstream = await startServer(
    {
      ALIBABA_CLOUD_ACCESS_KEY_ID: BENCH_CREDENTIALS.accessKeyId,
      ALIBABA_CLOUD_ACCESS_KEY_SECRET: BENCH_CREDENTIALS.accessKeySecret,
    },
    ["src/embedded/upstream-command.ts", "--database", database],
  );
  const client = createSignedClient(upstream.url, { instance: INSTANCE, connections: 64 });
  try {
    await printTrials(client);
    await measureClients(client, (await readTimes(client)).end);
  } finally {
    await client.close();
    await upstream.stop();
  }
  await measureHealth(database, INSTANCE);
}

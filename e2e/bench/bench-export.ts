import { setTimeout as sleep } from "node:timers/promises";
import { createFrameReader } from "#contract/api/read-frames.ts";
import type { ExportFrame } from "#contract/api/whole-export.ts";
import { RECORD_FIELD_NAMES } from "#contract/record/record-fields.ts";
import { DAY_MS } from "#contract/time/durations.ts";
import { collectGarbage, COLLECTING, residentMegabytes } from "./resident-memory.ts";
import { BENCH_CREDENTIALS, createSignedClient, type SignedClient } from "./signed-client.ts";
import { yearDatabase } from "./year-database.ts";
import { startServer, type RunningServer } from "../kit/start-server.ts";

const RECORDS = Number(process.env["BENCH_RECORDS"] ?? "1000000");
const INSTANCE = "ccc-sample";
const PAGE = 100;
/** As many as an export asks for at once. */
const AT_ONCE = 4;
const GOALS = { csvMegabytes: 100, share: 60, xlsxMegabytes: 200 };
const XLSX_RECORDS = 200_000;
const SETTLE_MS = 4_000;

/** What an export of everything costs: memory of the BFF, and its rate beside that of a bare signed client. */
export async function benchExport(): Promise<void> {
  const upstream = await startServer(
    {
      ALIBABA_CLOUD_ACCESS_KEY_ID: BENCH_CREDENTIALS.accessKeyId,
      ALIBABA_CLOUD_ACCESS_KEY_SECRET: BENCH_CREDENTIALS.accessKeySecret,
    },
    ["src/embedded/upstream-command.ts", "--database", await yearDatabase(RECORDS)],
  );
  const bff = await startServer(
    {
      ALIBABA_CLOUD_ACCESS_KEY_ID: BENCH_CREDENTIALS.accessKeyId,
      ALIBABA_CLOUD_ACCESS_KEY_SECRET: BENCH_CREDENTIALS.accessKeySecret,
      CCC_ENDPOINT: upstream.url,
    },
    [...COLLECTING, "src/server.ts"],
  );
  const client = createSignedClient(upstream.url, { instance: INSTANCE, connections: AT_ONCE });
  const to = Date.now();
  const from = to - 500 * DAY_MS;
  try {
    const bare = await readBare(client, from, to);
    const csv = await exported(bff, `from=${from}&to=${to}&format=csv`);
    const bareAgain = await readBare(client, from, to);
    const wide = `cols=${RECORD_FIELD_NAMES.join(",")}`;
    const some = from + (to - from) * (1 - XLSX_RECORDS / csv.written / 1.37);
    const xlsx = await exported(bff, `from=${Math.round(some)}&to=${to}&format=xlsx&${wide}`);
    const rate = ({ written, seconds }: { written: number; seconds: number }) =>
      Math.round(written / seconds);
    const bareRate = (rate(bare) + rate(bareAgain)) / 2;
    const share = (one: { written: number; seconds: number }) =>
      `${Math.round((100 * rate(one)) / bareRate)} %`;
    const row = <One extends { written: number; seconds: number }>(one: One) => ({
      ...one,
      seconds: one.seconds.toFixed(1),
      "records/s": rate(one),
    });
    console.table({
      "bare signed client, before": row(bare),
      "bare signed client, after": row(bareAgain),
      "CSV, default columns": { ...row(csv), "of bare": share(csv) },
      [`XLSX, ${RECORD_FIELD_NAMES.length} columns`]: { ...row(xlsx), "of bare": share(xlsx) },
    });
    console.log(
      `Goals: CSV grows the BFF by ≤ ${GOALS.csvMegabytes} MB at ≥ ${GOALS.share} % of bare; XLSX ≤ ${GOALS.xlsxMegabytes} MB.`,
    );
  } finally {
    await client.close();
    await bff.stop();
    await upstream.stop();
  }
}

/** The same records, page by page, day by day, with nothing made of them. */
async function readBare(client: SignedClient, from: number, to: number) {
  const startedAt = performance.now();
  let written = 0;
  for (let end = to; end > from; end -= DAY_MS) {
    const day = { StartTime: String(Math.max(from, end - DAY_MS + 1)), EndTime: String(end) };
    const page = async (number: number) =>
      client.list({ ...day, PageNumber: String(number), PageSize: String(PAGE) });
    const first = await page(1);
    written += first.List.length;
    const last = Math.ceil(first.TotalCount / PAGE);
    let next = 2;
    const take = async () => {
      while (next <= last) {
        const number = next;
        next += 1;
        const { List } = await page(number);
        written += List.length;
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, take));
  }
  return { written, seconds: (performance.now() - startedAt) / 1000 };
}

async function exported({ url, pid }: RunningServer, query: string) {
  collectGarbage(pid);
  await sleep(SETTLE_MS);
  const before = residentMegabytes(pid);
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, residentMegabytes(pid));
  }, 50);
  // Once, late: collected more often, the most would be another. Nothing is read meanwhile, so nothing new is made.
  let needed: number | undefined;
  const look = async () => {
    collectGarbage(pid);
    await sleep(SETTLE_MS / 4);
    return residentMegabytes(pid);
  };
  const startedAt = performance.now();
  const reply = await fetch(`${url}/api/export?instance=${INSTANCE}&${query}&frames=1`);
  if (reply.body === null || !reply.ok) throw new Error(await reply.text());
  const partsOf = createFrameReader(() => new Error("no frame"));
  let bytes = 0;
  let total = Infinity;
  let end: Extract<ExportFrame, { end: unknown }>["end"] | undefined;
  for await (const chunk of reply.body)
    for (const part of partsOf(chunk)) {
      if ("piece" in part) bytes += part.piece.length;
      if ("start" in part) ({ total } = part.start);
      if ("written" in part && part.written > 0.8 * total) needed ??= await look();
      if ("end" in part) ({ end } = part);
      if ("problem" in part) throw new Error(part.problem.code);
    }
  clearInterval(watch);
  if (end === undefined || end.incomplete !== null) throw new Error("not complete");
  return {
    written: end.written,
    seconds: (performance.now() - startedAt) / 1000,
    "file, MB": Math.round(bytes / 1e6),
    "BFF before, MB": before,
    "grew at most by, MB": most - before,
    "collected, by": (needed ?? Number.NaN) - before,
  };
}

import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { FIRST, SECOND, withReaders } from "#bff/access/readers.kit.ts";
import { createTestBff, TEST_CREDENTIALS, type TestBff } from "#bff/bff.kit.ts";
import type { ExportFrame } from "#contract/api/whole-export.ts";
import { DAY_MS, HOUR_MS } from "#contract/time/durations.ts";
import type { EmbeddedDatabase } from "#embedded/database/database.ts";
import { createDuckDbStore } from "#embedded/duckdb-store.ts";
import { startLiveCalls } from "#embedded/live/live-calls.ts";
import { openEmbeddedDatabase } from "#embedded/open-database.ts";
import { csvTable, readWorkbook } from "#sheet/sheet-reading.kit.ts";
import { startUpstreamServer } from "#upstream/upstream-server.ts";
import { readFrames } from "./export-reply.kit.ts";

const SAMPLE = { sampleRecords: 11_500, sampleSeed: "whole", timeZone: "Asia/Shanghai" } as const;
const NOW = Date.now();
const FROM = NOW - 400 * DAY_MS;
const ALL = `instance=${FIRST}&from=${FROM}&to=${NOW}`;

let database: EmbeddedDatabase;
let upstream: Awaited<ReturnType<typeof startUpstreamServer>>;
let bff: TestBff;
beforeAll(async () => {
  database = await openEmbeddedDatabase(SAMPLE);
  upstream = await startUpstreamServer({
    store: createDuckDbStore(database),
    accessKeys: [TEST_CREDENTIALS],
    timeZone: SAMPLE.timeZone,
  });
  bff = await createTestBff(upstream.url);
});
afterAll(async () => {
  await bff.app.close();
  await upstream.close();
  await database.close();
});

async function exported(query: string, from = bff) {
  const reply = await from.app.inject(`/api/export?${query}`);
  expect(reply.statusCode, reply.body.slice(0, 500)).toBe(200);
  return reply;
}

/** The file's rows by their headings, and what stands behind them. */
function tableOf(file: Buffer) {
  const { headings, rows, about } = csvTable(file);
  const column = (heading: string) => rows.map((row) => row[headings.indexOf(heading)] ?? "");
  return { column, about };
}

async function idsBetween(from: number, to: number): Promise<string[]> {
  const reader = await database.run({
    text: `SELECT ContactId FROM records WHERE InstanceId = $1 AND StartTime BETWEEN $2 AND $3`,
    params: [FIRST, from, to],
  });
  return reader.getRows().map(([id]) => String(id));
}

test("all that match are in the file, each once, in their order, with what the file is", async () => {
  const reply = await exported(`${ALL}&format=csv&cols=startTime,agentNames`);
  const { column, about } = tableOf(reply.rawPayload);
  const there = await idsBetween(FROM, NOW);
  expect(there.length).toBeGreaterThan(5_000);
  const ids = column("通话 ID");
  expect(ids).toHaveLength(there.length);
  expect(new Set(ids)).toEqual(new Set(there));
  const starts = column("开始时间 (Asia/Shanghai)");
  expect(starts).toEqual(starts.toSorted().toReversed());
  expect(about.get("完整性")).toBe("符合条件的通话全部在内");
  expect(about.get("时间范围")).toContain("Asia/Shanghai");
  expect(reply.headers["content-type"]).toBe("text/csv; charset=utf-8");
  expect(decodeURIComponent(String(reply.headers["content-disposition"]))).toContain("通话记录_");
});

test("of calls by a duration, too many to be sorted at once, all are in the file, in the order of their start", async () => {
  const reply = await exported(`${ALL}&talk=10..&format=csv&cols=startTime,talkTime`);
  const { column, about } = tableOf(reply.rawPayload);
  const there = await database.run({
    text: `SELECT ContactId FROM records WHERE InstanceId = $1 AND StartTime BETWEEN $2 AND $3 AND TalkTime >= 10`,
    params: [FIRST, FROM, NOW],
  });
  const expected = there.getRows().map(([id]) => String(id));
  expect(expected.length).toBeGreaterThan(4_000);
  expect(column("通话 ID")).toHaveLength(expected.length);
  expect(new Set(column("通话 ID"))).toEqual(new Set(expected));
  const starts = column("开始时间 (Asia/Shanghai)");
  expect(starts).toEqual(starts.toSorted().toReversed());
  expect(about.get("完整性")).toBe("符合条件的通话全部在内");
});

test("while calls come in late, all that there were are in the file, each once", async () => {
  const began = Date.now();
  const live = await startLiveCalls({
    database,
    origin: { records: SAMPLE.sampleRecords, seed: SAMPLE.sampleSeed },
    meanSeconds: 1,
    timeZone: SAMPLE.timeZone,
    // The clock of tests stands, and an id is of an instant.
    now: () => Math.round(began + performance.now()),
    wait: (_ms, signal) => sleep(2, undefined, { signal }),
    onFailure: (error) => {
      throw error;
    },
  });
  const there = await idsBetween(FROM, began);
  const reply = await exported(`instance=${FIRST}&from=${FROM}&to=${began}&format=csv&frames=1`);
  await live.close();
  const { frames, file } = readFrames(reply.rawPayload);
  const ids = tableOf(file).column("通话 ID");
  expect(new Set(ids).size).toBe(ids.length);
  const missing = there.filter((id) => !ids.includes(id));
  expect(missing).toEqual([]);
  const end = frames.at(-1);
  expect(end).toMatchObject({ end: { written: ids.length, incomplete: null } });
});

test("a page that a table has read before a call came in late is not taken for one of now", async () => {
  const to = NOW - HOUR_MS;
  const from = to - 12 * DAY_MS;
  const view = `instance=${FIRST}&from=${from}&to=${to}`;
  const table = await bff.app.inject(`/api/records?${view}&page=2`);
  expect(table.json().records).toHaveLength(100);
  const before = await idsBetween(from, to);
  const live = await startLiveCalls({
    database,
    origin: { records: SAMPLE.sampleRecords, seed: SAMPLE.sampleSeed },
    meanSeconds: 1,
    timeZone: SAMPLE.timeZone,
    now: () => Math.round(to - 60_000 + performance.now() / 1_000),
    wait: (_ms, signal) => sleep(5, undefined, { signal }),
    onFailure: () => undefined,
  });
  // The first may be another instance's.
  const areMore = async () => (await idsBetween(from, to)).length > before.length;
  await expect.poll(areMore, { timeout: 30_000 }).toBe(true);
  await live.close();
  const there = await idsBetween(from, to);
  const reply = await exported(`${view}&format=csv&frames=1`);
  const { frames, file } = readFrames(reply.rawPayload);
  expect(frames.at(-1)).toMatchObject({ end: { incomplete: null } });
  expect(new Set(tableOf(file).column("通话 ID"))).toEqual(new Set(there));
});

const whereToGoOn = (frames: readonly ExportFrame[]) =>
  frames.flatMap((frame) => ("after" in frame ? [frame.after] : []));

/** The column of ids, as other readers find it. */
const IDS_OF = {
  csv: async (file: Buffer) => tableOf(file).column("通话 ID"),
  xlsx: async (file: Buffer) => {
    const { worksheets } = await readWorkbook(file);
    const names = worksheets.map(({ name }) => name);
    return [...names, ...(worksheets[0]?.getColumn(4).values.slice(2) ?? [])];
  },
} as const;

test.each(["csv", "xlsx"] as const)("%s goes on from the end of a slice", async (format) => {
  const ids = IDS_OF[format];
  const query = `${ALL}&format=${format}&frames=1&cols=startTime,talkTime,agentNames`;
  const whole = await exported(query);
  const { frames, file } = readFrames(whole.rawPayload);
  const places = whereToGoOn(frames);
  expect(places.length).toBeGreaterThan(0);
  for (const after of places.slice(0, 2)) {
    const reply = await exported(`${query}&after=${after}`);
    const rest = readFrames(reply.rawPayload);
    const at = frames.findIndex((frame) => "after" in frame && frame.after === after);
    const before = frames
      .slice(0, at)
      .reduce((sum, frame) => sum + ("bytes" in frame ? frame.bytes : 0), 0);
    const begun = frames[at];
    expect(rest.frames[0]).toMatchObject({
      start: { written: begun !== undefined && "after" in begun ? begun.written : undefined },
    });
    const joined = Buffer.concat([file.subarray(0, before), rest.file]);
    // What a file says of itself has the request that ended it.
    expect(await ids(joined)).toEqual(await ids(file));
  }
});

test("where it goes on is for this question, this reader and this server alone", async () => {
  const query = `${ALL}&format=csv&frames=1`;
  const [after = ""] = whereToGoOn(readFrames((await exported(query)).rawPayload).frames);
  const refused = async (path: string) => (await bff.problem(`/api/export?${path}`)).field;
  expect(await refused(`${ALL}&format=xlsx&frames=1&after=${after}`)).toBe("after");
  expect(await refused(`${query}&disposition=Success&after=${after}`)).toBe("after");
  expect(await refused(`${query}&after=${after.slice(0, -8)}AAAAAAAA`)).toBe("after");
  expect(await refused(`${query}&after=x`)).toBe("after");
  const other = await createTestBff(upstream.url);
  onTestFinished(() => other.app.close());
  expect((await other.problem(`/api/export?${query}&after=${after}`)).field).toBe("after");
});

test("in another order than by start time it ends where page numbers do, and says so before it begins", async () => {
  expect(await bff.problem(`/api/export?${ALL}&format=csv&sort=-talkTime`)).toMatchObject({
    code: "export_order_out_of_reach",
    status: 422,
  });
  const day = `instance=${FIRST}&from=${NOW - 3 * DAY_MS}&to=${NOW}`;
  const reply = await exported(`${day}&format=csv&sort=-talkTime&cols=talkTime`);
  const talked = tableOf(reply.rawPayload).column("通话时长 (s)").map(Number);
  expect(talked.length).toBeGreaterThan(100);
  expect(talked).toEqual(talked.toSorted((a, b) => b - a));
});

test.each([
  ["format", `${ALL}`],
  ["format", `${ALL}&format=pdf`],
  ["locale", `${ALL}&format=csv&locale=fr`],
  ["frames", `${ALL}&format=csv&frames=2`],
  ["reason", `${ALL}&format=csv&reason=+`],
  ["sort", `${ALL}&format=csv&sort=nothing`],
  ["format", `${ALL}&format=csv&format=xlsx`],
  ["caller", `${ALL}&format=csv&caller=13800138000`],
])("a bad %s is refused by name", async (field, query) => {
  const problem = await bff.problem(`/api/export?${query}`);
  expect(problem).toMatchObject({ code: "invalid_parameter", field, status: 400 });
});

test("more than a number of records needs a reason, which is in the audit log", async () => {
  const readers = await withReaders(
    { ...bff, another: anotherBff, close: async () => undefined },
    { EXPORT_REASON_ABOVE: "100" },
  );
  const reader = { roles: ["manager", "exporterOfAll"] } as const;
  const refused = await readers.ask(reader, `/api/export?${ALL}&format=csv`);
  expect(refused.json()).toMatchObject({ code: "export_reason_needed", status: 428 });
  const reply = await readers.ask(
    reader,
    `/api/export?${ALL}&format=csv&reason=audit+138001380001`,
  );
  expect(reply.statusCode).toBe(200);
  expect(readers.audited().at(-1)).toMatchObject({
    api: { operation: "export.all" },
    unmapped: { instances: [FIRST], reason: expect.stringMatching(/^audit 138\*+\d{4}$/) },
  });
});

async function anotherBff(
  ...rest: Parameters<typeof createTestBff> extends [string, ...infer R] ? R : never
) {
  const other = await createTestBff(upstream.url, ...rest);
  onTestFinished(() => other.app.close());
  return other;
}

test("whoever may not export all is refused, and whoever sees numbers masked gets them masked", async () => {
  const readers = await withReaders({ ...bff, another: anotherBff, close: async () => undefined });
  const query = `instance=${SECOND}&from=${NOW - DAY_MS}&to=${NOW}&format=csv&cols=callingNumber,calledNumber`;
  const refused = await readers.ask({ roles: ["manager"] }, `/api/export?${query}`);
  expect(refused.json()).toMatchObject({ code: "right_missing", right: "exportAll" });
  const reply = await readers.ask({ roles: ["masked", "exporterOfAll"] }, `/api/export?${query}`);
  const { column, about } = tableOf(reply.rawPayload);
  const callers = column("主叫号码").filter((number) => number !== "");
  expect(callers.length).toBeGreaterThan(10);
  expect(callers.filter((number) => /\d{7,}/.test(number))).toEqual([]);
  expect(about.get("电话号码")).toBe("中间几位已隐藏");
});

test("a third export of one reader at once is refused, and one that is left sends no more upstream", async () => {
  const address = await bff.app.listen({ port: 0, host: "127.0.0.1" });
  const leaving = new AbortController();
  const open = async () => {
    const reply = await fetch(`${address}/api/export?${ALL}&format=csv&frames=1`, {
      signal: leaving.signal,
    });
    return reply;
  };
  const begun = [await open(), await open()];
  expect(begun.map(({ status }) => status)).toEqual([200, 200]);
  expect((await open()).status).toBe(429);
  // Nobody reads: what is made waits.
  const sent = () => (bff.log().match(/"path":"\/api\/export/g) ?? []).length;
  leaving.abort();
  await sleep(1000);
  const after = sent();
  await sleep(300);
  expect(sent()).toBe(after);
  const again = await fetch(`${address}/api/export?${ALL}&format=csv&sort=-startTime`);
  expect(again.status).toBe(200);
  await again.arrayBuffer();
});

import { expect, onTestFinished, test } from "vitest";
import { createTestBff, TEST_CREDENTIALS } from "#bff/bff.kit.ts";
import { csvTable } from "#sheet/sheet-reading.kit.ts";
import { createArrayStore } from "#upstream/store/array-store.kit.ts";
import type { RecordStore } from "#upstream/store/record-store.ts";
import type { TestRecord } from "#upstream/store/test-store.kit.ts";
import { startUpstreamServer } from "#upstream/upstream-server.ts";
import { readFrames } from "./export-reply.kit.ts";

const INSTANCE = "ccc-test";
/** Long ago: nothing comes late. */
const DAY = 86_400_000;
const ALL = `/api/export?instance=${INSTANCE}&from=0&to=${DAY}&format=csv`;

const calls = (count: number, startTime: (index: number) => number): readonly TestRecord[] =>
  Array.from({ length: count }, (_unused, index) => ({
    contactId: `job-${index}`,
    instanceId: INSTANCE,
    startTime: startTime(index),
  }));

async function open(
  records: readonly TestRecord[],
  change: (store: RecordStore) => Partial<RecordStore> = () => ({}),
) {
  const store = await createArrayStore(records);
  const upstream = await startUpstreamServer({
    store: { ...store, ...change(store) },
    accessKeys: [TEST_CREDENTIALS],
    timeZone: "Asia/Shanghai",
  });
  onTestFinished(() => upstream.close());
  const { app } = await createTestBff(upstream.url, { UPSTREAM_TIMEOUT_MS: "10000" });
  onTestFinished(() => app.close());
  return app;
}

/** The ids of the file, and what it says of its completeness. */
function told(file: Buffer) {
  const { headings, rows, about } = csvTable(file);
  const ids = rows.map((row) => row[headings.indexOf("通话 ID")]);
  return { ids, completeness: about.get("完整性") };
}

test("an upstream that counts more than it gives is asked once more, and then the file and the frames say so", async () => {
  const asked: number[] = [];
  const app = await open(
    calls(250, (index) => 1000 * index),
    (store) => ({
      async list(request) {
        const page = await store.list(request);
        if (request.pageSize > 1) asked.push(request.page);
        return request.page === 1 ? { ...page, total: page.total + 7 } : page;
      },
    }),
  );
  const { frames, file } = readFrames((await app.inject(`${ALL}&frames=1`)).rawPayload);
  const { ids, completeness } = told(file);
  expect([ids.length, new Set(ids).size]).toEqual([250, 250]);
  expect(completeness).toMatch(/^不完整/);
  expect(frames.at(-1)).toMatchObject({
    end: { written: 250, total: 257, incomplete: "counts_differ" },
  });
  expect(asked.filter((page) => page === 2)).toHaveLength(2);
});

test("of more calls in one instant than page numbers reach the rest is missing, and that is said", async () => {
  const app = await open(calls(10_020, () => DAY / 2));
  const { frames, file } = readFrames((await app.inject(`${ALL}&frames=1`)).rawPayload);
  expect(frames.at(-1)).toMatchObject({
    end: { written: 10_000, total: 10_020, incomplete: "too_many_at_once" },
  });
  expect(told(file).completeness).toMatch(/^不完整/);
});

const failsOnTheWay = (store: RecordStore): Partial<RecordStore> => ({
  async list(request) {
    if (request.page === 3) throw new Error("The disk is gone.");
    return store.list(request);
  },
});

test("what fails on the way is told in the last frame", async () => {
  const app = await open(
    calls(450, (index) => 1000 * index),
    failsOnTheWay,
  );
  const reply = await app.inject(`${ALL}&frames=1`);
  expect(reply.statusCode).toBe(200);
  const { frames } = readFrames(reply.rawPayload);
  expect(frames.at(-1)).toMatchObject({ problem: { code: "upstream_failed" } });
});

test("without frames the connection breaks off: a short file never looks like a whole one", async () => {
  const app = await open(
    calls(450, (index) => 1000 * index),
    failsOnTheWay,
  );
  const address = await app.listen({ port: 0, host: "127.0.0.1" });
  const reply = await fetch(address + ALL);
  expect(reply.status).toBe(200);
  await expect(reply.arrayBuffer()).rejects.toThrow("terminated");
});

import { setImmediate as turn } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { MINUTE_MS } from "#contract/time/durations.ts";
import { createTestDatabase } from "#embedded/database/database.kit.ts";
import type { EmbeddedDatabase } from "#embedded/database/database.ts";
import { openEmbeddedDatabase } from "#embedded/open-database.ts";
import { startLiveCalls, type LiveCallsDeps } from "./live-calls.ts";

const NOW = Date.UTC(2026, 5, 17, 6, 30);
const ORIGIN = { records: 300, seed: "callscope" };

let database: EmbeddedDatabase;
beforeEach(async () => {
  database = await openEmbeddedDatabase({
    sampleRecords: 300,
    timeZone: "Asia/Shanghai",
    now: () => NOW,
  });
});
afterEach(() => database.close());

async function read(text: string): Promise<string[]> {
  const reader = await database.run({ text, params: [] });
  return reader.getRows().map(([value]) => String(value));
}
const contactIds = () => read("SELECT ContactId FROM records");
const readyCount = async () =>
  Number((await read("SELECT count(*) FROM records WHERE RecordingReady"))[0]);

/** Live calls by a clock that goes on by itself, until so many are in. */
async function addCalls(
  count: number,
  changes: Partial<LiveCallsDeps> = {},
): Promise<{ readonly ids: string[]; readonly failures: unknown[]; readonly waits: number[] }> {
  const ids: string[] = [];
  const failures: unknown[] = [];
  const waits: number[] = [];
  let clock = NOW;
  const { wait: _wait, ...rest } = changes;
  const live = await startLiveCalls({
    database,
    origin: ORIGIN,
    meanSeconds: 5,
    timeZone: "Asia/Shanghai",
    now: () => clock,
    async wait(ms, signal) {
      waits.push(ms);
      clock += ms;
      await turn();
      // Enough: from here on as if time stood still.
      if (waits.length > count)
        await new Promise((_resolve, reject) => {
          signal.addEventListener("abort", () => reject(signal.reason));
          if (signal.aborted) reject(signal.reason);
        });
    },
    onCall: (id) => ids.push(id),
    onFailure: (error) => failures.push(error),
    ...rest,
  });
  while (waits.length <= count) await turn();
  await live.close();
  return { ids, failures, waits };
}

test("a call comes after each wait, and is read like any other", async () => {
  const { ids, failures, waits } = await addCalls(30);
  expect(failures).toEqual([]);
  expect(new Set(ids).size).toBe(30);
  expect(waits.slice(0, 30).every((ms) => ms >= 2_000 && ms <= 8_000)).toBe(true);
  const stored = await contactIds();
  expect(stored).toHaveLength(330);
  expect(ids.filter((id) => !stored.includes(id))).toEqual([]);
  expect(database.revision).toBeGreaterThanOrEqual(30);
});

test("started again at the very same instants it still gives every call an id of its own", async () => {
  const first = await addCalls(20);
  const second = await addCalls(20);
  expect(second.failures).toEqual([]);
  expect(new Set([...first.ids, ...second.ids]).size).toBe(40);
  expect(new Set(await contactIds()).size).toBe(340);
});

test("a recording is not ready at once, and is some minutes later", async () => {
  const talked = async () =>
    Number((await read("SELECT count(*) FROM records WHERE TalkTime > 0"))[0]);
  await addCalls(30);
  const early = await readyCount();
  expect(early).toBeLessThan(await talked());
  let clock = NOW + 20 * MINUTE_MS;
  const before = await talked();
  await addCalls(1, { now: () => (clock += 1) });
  expect(await readyCount()).toBeGreaterThanOrEqual(before);
  const odd = "RecordingReady AND (TalkTime = 0 OR RecordingDuration IS DISTINCT FROM TalkTime)";
  expect(await read(`SELECT ContactId FROM records WHERE ${odd}`)).toEqual([]);
});

test("a write that fails is told, and the next call is written", async () => {
  let asked = 0;
  const failing: EmbeddedDatabase = {
    ...database,
    append: (records) => {
      asked += 1;
      return asked % 2 === 0 ? database.append(records) : Promise.reject(new Error("disk"));
    },
  };
  const { ids, failures } = await addCalls(10, { database: failing });
  expect(failures).toHaveLength(5);
  expect(ids).toHaveLength(5);
  expect(await contactIds()).toHaveLength(305);
});

test("a disk that is full is told once, until there is room again", async () => {
  let asked = 0;
  const full: EmbeddedDatabase = {
    ...database,
    append(records) {
      asked += 1;
      return asked % 10 === 5 ? database.append(records) : Promise.reject(new Error("disk"));
    },
  };
  const { ids, failures } = await addCalls(20, { database: full });
  expect(ids).toHaveLength(2);
  expect(failures).toHaveLength(3);
});

test("closing waits for the call that is being written, and no other follows", async () => {
  let finish = () => {};
  const held = new Promise<void>((resolve) => (finish = resolve));
  let isBegun = () => {};
  const begun = new Promise<void>((resolve) => (isBegun = resolve));
  const slow: EmbeddedDatabase = {
    ...database,
    async append(records) {
      isBegun();
      await held;
      await database.append(records);
    },
  };
  const live = await startLiveCalls({
    database: slow,
    origin: ORIGIN,
    meanSeconds: 0.001,
    timeZone: "Asia/Shanghai",
    now: () => NOW,
    onFailure: (error) => expect.fail(String(error)),
  });
  await begun;
  let isClosed = false;
  const closing = live.close().then(() => (isClosed = true));
  await turn();
  expect(isClosed).toBe(false);
  finish();
  await closing;
  expect(await contactIds()).toHaveLength(301);
});

test("imported records get no made-up calls", async () => {
  const imported = await createTestDatabase([]);
  const starting = startLiveCalls({
    database: imported,
    origin: ORIGIN,
    meanSeconds: 5,
    timeZone: "Asia/Shanghai",
    onFailure: (error) => expect.fail(String(error)),
  });
  await expect(starting).rejects.toMatchObject({
    code: "database_origin",
    message: expect.stringContaining("never mixed"),
  });
  await imported.close();
});

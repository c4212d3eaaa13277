import { DuckDBInstance } from "@duckdb/node-api";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createConnectionPool, type ConnectionPool } from "./connection-pool.ts";

let instance: DuckDBInstance;
let pool: ConnectionPool;
beforeEach(async () => {
  instance = await DuckDBInstance.create(":memory:");
  pool = await createConnectionPool(instance);
});
afterEach(async () => {
  await pool.close();
  instance.closeSync();
});

/** Would take hours. */
const ENDLESS = {
  text: "SELECT count(*) FROM range(1000000000000) WHERE range % 7 = 3",
  params: [],
};
const ONE = { text: "SELECT 1", params: [] };

const answerOf = async (result: ReturnType<ConnectionPool["run"]>) => (await result).getRows();

test("a statement that nobody waits for is stopped, and its connection serves others", async () => {
  const gone = new AbortController();
  const endless = Array.from({ length: 3 }, () => pool.run(ENDLESS, gone.signal));
  const results = Promise.allSettled(endless);
  setTimeout(() => gone.abort(), 20);
  expect((await results).map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
  expect(await answerOf(pool.run(ONE))).toEqual([[1]]);
});

test("those that wait for a connection are taken out of the queue, and take none", async () => {
  const busy = new AbortController();
  const gone = new AbortController();
  const endless = Array.from({ length: 3 }, () => pool.run(ENDLESS, busy.signal));
  const ended = Promise.allSettled(endless);
  // As many as there are connections: lost to them, none would be left.
  const waiting = Array.from({ length: 3 }, () => pool.run(ONE, gone.signal));
  gone.abort(new Error("gone"));
  for (const result of waiting) await expect(result).rejects.toThrow("gone");
  const next = pool.run(ONE);
  busy.abort();
  expect(await answerOf(next)).toEqual([[1]]);
  await ended;
});

test("one that is asked for nobody is not run, and a late abort stops no other", async () => {
  await expect(pool.run(ENDLESS, AbortSignal.abort(new Error("gone")))).rejects.toThrow("gone");
  const late = new AbortController();
  expect(await answerOf(pool.run(ONE, late.signal))).toEqual([[1]]);
  late.abort();
  expect(await Promise.all([1, 2, 3].map(() => answerOf(pool.run(ONE))))).toEqual([
    [[1]],
    [[1]],
    [[1]],
  ]);
});

import { afterAll, beforeAll, expect, test } from "vitest";
import type { EmbeddedDatabase } from "./database.ts";
import { createKeyLister } from "./list-keys.ts";
import type { WireListRequest } from "./list-request.ts";
import { createTestDatabase } from "./test-database.ts";

const RECORDS = 12_000;
let database: EmbeddedDatabase;
beforeAll(async () => {
  database = await createTestDatabase(
    Array.from({ length: RECORDS }, (_unused, index) => ({
      contactId: `job-${String(index).padStart(5, "0")}`,
      instanceId: "ccc-test",
      startTime: index,
      callDuration: (index * 7919) % RECORDS,
    })),
  );
});
afterAll(() => database.close());

const byDuration = (page: number, pageSize = 100): WireListRequest => ({
  instance: "ccc-test",
  time: { from: 0, to: RECORDS },
  criteria: {},
  singles: {},
  sort: { field: "callDuration", order: "DESC" },
  page,
  pageSize,
});
const durationOf = (contactId: string) => (Number(contactId.slice(4)) * 7919) % RECORDS;

test("a list is sorted once for all of its pages, whatever their size", async () => {
  let runs = 0;
  const run: EmbeddedDatabase["run"] = (query, signal) => {
    runs += 1;
    return database.run(query, signal);
  };
  const listKeys = createKeyLister({ ...database, revision: 0, run });
  const pages = await Promise.all([listKeys(byDuration(1)), listKeys(byDuration(100))]);
  pages.push(await listKeys(byDuration(3, 7)));
  const durations = pages.map((keys) => keys.map(({ contactId }) => durationOf(contactId)));
  const downFrom = (most: number, count: number) =>
    Array.from({ length: count }, (_unused, index) => most - index);
  expect(durations[0]).toEqual(downFrom(RECORDS - 1, 100));
  expect(durations[1]).toEqual(downFrom(RECORDS - 1 - 9900, 100));
  expect(durations[2]).toEqual(downFrom(RECORDS - 1 - 14, 7));
  expect(runs).toBe(1);
});

test("what is added meanwhile is in the next page that is asked", async () => {
  const own = await createTestDatabase([]);
  const listKeys = createKeyLister(own);
  expect(await listKeys(byDuration(1))).toEqual([]);
  await own.append([{ contactId: "a", instanceId: "ccc-test", startTime: 1, callDuration: 1 }]);
  expect(await listKeys(byDuration(1))).toMatchObject([{ contactId: "a" }]);
  await own.close();
});

test("a sort that failed is tried again by the next who asks", async () => {
  let isBroken = true;
  const run: EmbeddedDatabase["run"] = (query, signal) =>
    isBroken ? Promise.reject(new Error("broken")) : database.run(query, signal);
  const listKeys = createKeyLister({ ...database, revision: 0, run });
  await expect(listKeys(byDuration(1))).rejects.toThrow("broken");
  isBroken = false;
  expect(await listKeys(byDuration(1))).toHaveLength(100);
});

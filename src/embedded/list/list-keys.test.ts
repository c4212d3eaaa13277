import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createTestDatabase } from "#embedded/database/database.kit.ts";
import type { EmbeddedDatabase } from "#embedded/database/database.ts";
import type { WireListRequest } from "#upstream/store/record-store.ts";
import { createProber } from "./count-probes.ts";
import { createKeyLister } from "./list-keys.ts";

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
  range: { from: 0, to: RECORDS },
  criteria: {},
  singles: {},
  sort: { field: "callDuration", order: "DESC" },
  page,
  pageSize,
});
const durationOf = (contactId: string) => (Number(contactId.slice(4)) * 7919) % RECORDS;

/** The lister, and how many statements it has run. */
function counting(isIdle = true) {
  const counted = { runs: 0 };
  const run: EmbeddedDatabase["run"] = (query, signal) => {
    counted.runs += 1;
    return database.run(query, signal);
  };
  const listKeys = createKeyLister({ ...database, revision: 0, isIdle, run });
  return { listKeys, counted };
}

const downFrom = (most: number, count: number) =>
  Array.from({ length: count }, (_unused, index) => most - index);
const durations = (keys: readonly { contactId: string }[]) =>
  keys.map(({ contactId }) => durationOf(contactId));

test("a list is sorted once for all of its pages, whatever their size", async () => {
  const { listKeys, counted } = counting();
  const pages = await Promise.all([listKeys(byDuration(100)), listKeys(byDuration(40))]);
  pages.push(await listKeys(byDuration(1)), await listKeys(byDuration(3, 7)));
  expect(pages.map(durations)).toEqual([
    downFrom(RECORDS - 1 - 9900, 100),
    downFrom(RECORDS - 1 - 3900, 100),
    downFrom(RECORDS - 1, 100),
    downFrom(RECORDS - 1 - 14, 7),
  ]);
  expect(counted.runs).toBe(1);
});

test("the first ten pages are sorted without the others", async () => {
  const { listKeys, counted } = counting(false);
  for (const page of [2, 10, 1])
    expect(durations(await listKeys(byDuration(page)))).toEqual(
      downFrom(RECORDS - 1 - (page - 1) * 100, 100),
    );
  expect(counted.runs).toBe(1);
  expect(durations(await listKeys(byDuration(11)))).toEqual(downFrom(RECORDS - 1 - 1000, 100));
  expect(counted.runs).toBe(2);
});

test("after a first page the others are made ready", async () => {
  const { listKeys, counted } = counting();
  expect(durations(await listKeys(byDuration(1)))).toEqual(downFrom(RECORDS - 1, 100));
  await vi.waitUntil(() => counted.runs === 2, { timeout: 10_000 });
  expect(durations(await listKeys(byDuration(50)))).toEqual(downFrom(RECORDS - 1 - 4900, 100));
  expect(counted.runs).toBe(2);
});

test("a page past the end is empty, and one that is not full ends there", async () => {
  const { listKeys } = counting();
  const few = { ...byDuration(1, 7), range: { from: 0, to: 9 } };
  expect(await listKeys(few)).toHaveLength(7);
  expect(await listKeys({ ...few, page: 2 })).toHaveLength(3);
  expect(await listKeys({ ...few, page: 3 })).toEqual([]);
});

test("what is added meanwhile is in the next page that is asked", async () => {
  const own = await createTestDatabase([]);
  const listKeys = createKeyLister(own);
  const record = { instanceId: "ccc-test", startTime: 1, callDuration: 1 };
  expect(await listKeys(byDuration(2, 1))).toEqual([]);
  await own.append([
    { ...record, contactId: "a" },
    { ...record, contactId: "b" },
  ]);
  expect(await listKeys(byDuration(2, 1))).toMatchObject([{ contactId: "b" }]);
  await own.close();
});

test("values beyond all that there were are found and sorted by statements made before them", async () => {
  const own = await createTestDatabase([
    {
      contactId: "a",
      instanceId: "ccc-test",
      startTime: 5,
      callDuration: 5,
      contactType: "Inbound",
    },
  ]);
  const [listKeys, probe] = [createKeyLister(own), createProber(own)];
  const probed = { ...byDuration(1, 1), sort: { field: "startTime", order: "DESC" } } as const;
  const look = async () => [
    (await listKeys(byDuration(1))).map(({ contactId }) => contactId),
    (await listKeys({ ...byDuration(2, 2) })).map(({ contactId }) => contactId),
    ...(await Promise.all(
      (["Inbound", "Outbound"] as const).map(async (type) => {
        const criteria = { contactType: [type] };
        const { total, records } = await probe({ ...probed, criteria });
        return [total, records[0]?.ContactId];
      }),
    )),
  ];
  expect(await look()).toEqual([["a"], [], [1, "a"], [0, undefined]]);
  await own.append([
    {
      contactId: "b",
      instanceId: "ccc-test",
      startTime: 0,
      callDuration: 2_000_000_000,
      contactType: "Outbound",
      satisfactionIndex: 99,
    },
    { contactId: "c", instanceId: "ccc-test", startTime: 11_999, callDuration: -7 },
  ]);
  expect(await look()).toEqual([["b", "a", "c"], ["c"], [1, "a"], [1, "b"]]);
  await own.close();
});

test("a sort that failed is tried again by the next who asks", async () => {
  let isBroken = true;
  const run: EmbeddedDatabase["run"] = (query, signal) =>
    isBroken ? Promise.reject(new Error("broken")) : database.run(query, signal);
  const listKeys = createKeyLister({ ...database, revision: 0, isIdle: true, run });
  await expect(listKeys(byDuration(1))).rejects.toThrow("broken");
  isBroken = false;
  expect(await listKeys(byDuration(1))).toHaveLength(100);
});

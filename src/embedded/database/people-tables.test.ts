import fc from "fast-check";
import { expect, test } from "vitest";
import { openEmbeddedDatabase } from "#embedded/open-database.ts";
import { createSampleInstances } from "#embedded/sample/sample-instances.ts";
import { createTestDatabase } from "./database.kit.ts";
import type { EmbeddedDatabase } from "./database.ts";
import type { StoredRecord } from "./schema.ts";

const INSTANCES = ["ccc-test", "ccc-other"];

async function readPeople(database: EmbeddedDatabase, table: string): Promise<string[][]> {
  const text = `SELECT InstanceId, Id, Name FROM ${table} ORDER BY InstanceId, Id`;
  const reader = await database.run({ text, params: [] });
  return reader.getRowsJson().map((row) => row.map(String));
}

async function derived(records: readonly StoredRecord[], table = "agents") {
  const database = await createTestDatabase(records, INSTANCES);
  try {
    return await readPeople(database, table);
  } finally {
    await database.close();
  }
}

const itemsOf = (joined = "") =>
  joined
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "");

/** Once more, call by call from the oldest; of two names in one call the later in the alphabet. */
function naivePeople(records: readonly StoredRecord[]): string[][] {
  const names = new Map<string, string | undefined>();
  const byTime = records.toSorted((a, b) => (a.startTime ?? 0) - (b.startTime ?? 0));
  for (const { instanceId = "", agentIds, agentNames } of byTime) {
    const ids = itemsOf(agentIds);
    const given = ids.length === 1 ? [agentNames?.trim() ?? ""] : itemsOf(agentNames);
    const pairs = ids
      .map((id, index) => [id, given.length === ids.length ? given[index] : ""] as const)
      .toSorted(([, a = ""], [, b = ""]) => (a < b ? -1 : 1));
    for (const [id, name] of pairs) {
      const key = JSON.stringify([instanceId, id]);
      names.set(key, name || names.get(key));
    }
  }
  return [...names]
    .map(([key, name]): string[] => {
      const [instance, id]: string[] = JSON.parse(key);
      return [instance ?? "", id ?? "", name ?? id ?? ""];
    })
    .toSorted(([a, b], [c, d]) => ((a ?? "") + (b ?? "") < (c ?? "") + (d ?? "") ? -1 : 1));
}

const joined = (words: readonly string[]) =>
  fc.option(
    fc
      .array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 })
      .map((list) => list.join(",")),
    { nil: undefined, freq: 4 },
  );
const calls = fc.uniqueArray(
  fc.record({
    instanceId: fc.constantFrom(...INSTANCES),
    startTime: fc.integer({ min: 1, max: 10_000 }),
    agentIds: joined(["ann", "bob", " bob", "bob\u00a0", "\tann", "o'hara", "", "%"]),
    agentNames: joined(["Ann", " Ann", "Anna", "Bob", "", "\t", "王"]),
  }),
  { selector: ({ startTime }) => startTime, maxLength: 25 },
);

test("without a list of them, people are whom the records name, by their latest name", async () => {
  await fc.assert(
    fc.asyncProperty(calls, async (list) => {
      const records = list.map((call, index) => ({ ...call, contactId: `job-${index}` }));
      expect(await derived(records)).toEqual(naivePeople(records));
    }),
    { numRuns: 25 },
  );
});

test("skill groups are derived likewise, and the same call's two names of one id settle it", async () => {
  const groups = await derived(
    [
      {
        contactId: "job-1",
        instanceId: "ccc-test",
        startTime: 1,
        skillGroupIds: "sales@ccc-test,sales@ccc-test,vip@ccc-test",
        skillGroupNames: "Sales,Sales A,VIP",
      },
    ],
    "skill_groups",
  );
  expect(groups).toEqual([
    ["ccc-test", "sales@ccc-test", "Sales A"],
    ["ccc-test", "vip@ccc-test", "VIP"],
  ]);
});

test("the sample has its whole staff, also those who took no call", async () => {
  const database = await openEmbeddedDatabase({
    sampleRecords: 40,
    sampleSeed: "s",
    timeZone: "Asia/Shanghai",
  });
  const [main, branch] = createSampleInstances(40, "s");
  const agents = await readPeople(database, "agents");
  expect(agents).toHaveLength(
    (main?.staff.agents.length ?? 0) + (branch?.staff.agents.length ?? 0),
  );
  const first = main?.staff.agents[0];
  expect(agents).toContainEqual(["ccc-sample", first?.id, first?.name]);
  expect(await readPeople(database, "skill_groups")).toHaveLength(36);
  await database.close();
});

import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { AT, createImportKit, type ImportKit } from "./import.kit.ts";

// Values as people and programs write them are stored as the service has them, in every format: filters compare
// letter by letter.

vi.setConfig({ testTimeout: 60_000 });

let kit: ImportKit;
beforeEach(() => {
  kit = createImportKit();
});
afterEach(() => kit.close());

const MOBILE = "15430600004";

const CASES: readonly (readonly [name: string, written: string, stored: string | null])[] = [
  ["CallingNumber", "154-3060-0004", MOBILE],
  ["CallingNumber", "+86 154 3060 0004", MOBILE],
  ["CalledNumber", "8615430600004", MOBILE],
  ["Broker", "tel:+86-154-3060-0004", MOBILE],
  ["AdditionalBroker", "１５４３０６００００４", MOBILE],
  ["CallingNumber", `'${MOBILE}`, MOBILE],
  ["CallingNumber", "(021) 5550-0100", "02155500100"],
  ["CallingNumber", "+86 21 5550 0100", "02155500100"],
  ["CallingNumber", "154****0004", "154****0004"],
  ["CallingNumber", "anonymous", "anonymous"],
  ["CallingNumber", "None", null],
  ["AgentIds", "a@i；b@i", "a@i,b@i"],
  ["AgentIds", "a@i; b@i", "a@i,b@i"],
  ["AgentIds", "a@i、b@i", "a@i,b@i"],
  ["AgentIds", "['a@i', 'b@i']", "a@i,b@i"],
  ["SkillGroupIds", '["a@i","b@i"]', "a@i,b@i"],
  ["CallIds", "{1,2}", "1,2"],
  ["CallIds", "[]", null],
  ["AgentNames", '["Doe, Jane","林晓"]', "Doe， Jane,林晓"],
  ["AgentNames", "['Doe, Jane']", "Doe, Jane"],
  ["AgentNames", "Doe; Jane", "Doe; Jane"],
  ["AgentNames", "[外包]", "[外包]"],
  ["SkillGroupNames", "售前、售后", "售前、售后"],
  ["CallerLocation", "-", null],
  ["ReleaseReason", "undefined", null],
  ["TalkTime", "NaN", null],
  ["EstablishedTime", "null", null],
  ["RecordingReady", "N/A", null],
];

test("values are as the service has them, in whatever format they come", async () => {
  const names = [...new Set(CASES.map(([name]) => name))];
  const expected = CASES.map(([name, , stored], at) => [
    `job-${at}`,
    ...names.map((other) => (other === name ? stored : null)),
  ]);
  const records = CASES.map(([name, written]) => ({ [name]: written }));
  for (const path of await kit.writeEach(...records)) {
    const rows = await kit.imported([path], `ContactId, ${names.join(", ")}`);
    expect(new Set(rows), path).toEqual(new Set(expected));
  }
});

test("so are ids", async () => {
  const record = { ContactId: "ｊｏｂ－１２", InstanceId: "\u200bccc-test\u2060" };
  for (const path of await kit.writeEach(record))
    expect(await kit.imported([path], "ContactId, InstanceId"), path).toEqual([
      ["job-12", "ccc-test"],
    ]);
});

test("names are separated as their ids are, where so many come of it", async () => {
  const records = [
    { AgentIds: "a；b", AgentNames: "林晓；周宁" },
    { AgentIds: "a", AgentNames: "林晓、周宁" },
  ];
  for (const path of await kit.writeEach(...records))
    expect(await kit.imported([path], "AgentNames"), path).toEqual([["林晓,周宁"], ["林晓、周宁"]]);
});

test("an item of a list keeps its comma from being taken for the next, in JSON and in Parquet", async () => {
  const record = { ContactId: "a", InstanceId: "i", StartTime: AT };
  const lists = {
    AgentIds: ["x", "y"],
    AgentNames: ["Doe, Jane", "林晓"],
    SkillGroupNames: ["A, B"],
  };
  const jsonl = kit.write("a.jsonl", JSON.stringify({ ...record, ...lists }));
  const parquet = await kit.writeParquet(
    "a.parquet",
    `SELECT 'a' AS ContactId, 'i' AS InstanceId, ${AT} AS StartTime, ['x', 'y'] AS AgentIds, ['Doe, Jane', '林晓'] AS AgentNames, ['A, B'] AS SkillGroupNames`,
  );
  for (const path of [jsonl, parquet])
    expect(await kit.imported([path], "AgentIds, AgentNames, SkillGroupNames")).toEqual([
      ["x,y", "Doe， Jane,林晓", "A, B"],
    ]);
});

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

test.each([
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
  ["ContactId", "ｊｏｂ－１２", "job-12"],
  ["InstanceId", "\u200bccc-test\u2060", "ccc-test"],
])("%s %s is %s", async (name, value, stored) => {
  for (const path of await kit.writeEach({ [name]: value }))
    expect(await kit.imported([path], name), path).toEqual([[stored]]);
});

test("names are separated as their ids are, where so many come of it", async () => {
  const namesOf = async (fields: Readonly<Record<string, string>>) => {
    const found: unknown[] = [];
    for (const path of await kit.writeEach(fields))
      found.push(...(await kit.imported([path], "AgentNames")).flat());
    return new Set(found);
  };
  expect(await namesOf({ AgentIds: "a；b", AgentNames: "林晓；周宁" })).toEqual(
    new Set(["林晓,周宁"]),
  );
  expect(await namesOf({ AgentIds: "a", AgentNames: "林晓、周宁" })).toEqual(
    new Set(["林晓、周宁"]),
  );
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

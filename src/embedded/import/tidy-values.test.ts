import { afterEach, beforeEach, expect, test } from "vitest";
import { AT, createImportKit, type ImportKit } from "./import.kit.ts";

// Values as people and programs write them are stored as the service has them, in every format: filters compare
// letter by letter.

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
  ["CallingNumber", "021-55500100-8001", "021-55500100-8001"],
  ["CallingNumber", "+86 21 5550 0100", "02155500100"],
  ["CallingNumber", "154****0004", "154****0004"],
  ["CallingNumber", `'${MOBILE}'`, MOBILE],
  ["CalledNumber", `‘${MOBILE}’`, MOBILE],
  ["CallingNumber", "+44 (0)20 7946 0123", "+442079460123"],
  ["CallingNumber", "anonymous", "anonymous"],
  // None of these is digits that somebody has grouped.
  ["CallingNumber", "-1", "-1"],
  ["CallingNumber", "8001.5", "8001.5"],
  ["CallingNumber", "192.168.1.5", "192.168.1.5"],
  ["CallingNumber", "2026-11-22", "2026-11-22"],
  ["CalledNumber", "8001/8002", "8001/8002"],
  ["CalledNumber", `${MOBILE}/8001`, `${MOBILE}/8001`],
  ["CalledNumber", "021/5550.0100", "02155500100"],
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
  ["AgentNames", String.raw`["\u6797\u6653", "O\"Neil"]`, '林晓,O"Neil'],
  ["AgentNames", "['林晓' '周宁']", "林晓,周宁"],
  ["AgentNames", "Doe; Jane", "Doe; Jane"],
  ["AgentNames", "[外包]林晓,周宁[夜班]", "[外包]林晓,周宁[夜班]"],
  ["AgentNames", "[外包],[夜班]", "[外包],[夜班]"],
  ["AgentNames", "[外包]O'Brien[夜班]", "[外包]O'Brien[夜班]"],
  ["AgentNames", '"林晓"和"周宁"', '"林晓"和"周宁"'],
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
  const records = [
    { ContactId: "ｊｏｂ－１２", InstanceId: "\u200bccc-test\u2060" },
    { ContactId: "'job-13'", InstanceId: "‘ccc-test’" },
    { ContactId: "2026/11/22/job-14", InstanceId: '"ccc-test"' },
  ];
  for (const path of await kit.writeEach(...records))
    expect(new Set(await kit.imported([path], "ContactId, InstanceId")), path).toEqual(
      new Set([
        ["job-12", "ccc-test"],
        ["job-13", "ccc-test"],
        ["2026/11/22/job-14", "ccc-test"],
      ]),
    );
});

test("names are separated as their ids are, where so many come of it", async () => {
  const records = [
    { AgentIds: "a；b", AgentNames: "林晓；周宁" },
    { AgentIds: "a", AgentNames: "林晓、周宁" },
    { AgentIds: "a,b", AgentNames: "售前、售后,夜班" },
    { AgentIds: "a,b", AgentNames: "Doe, Jane; Roe, Jim" },
    { AgentIds: "a,b,c", AgentNames: "林晓、周宁; Jim" },
  ];
  const expected = [
    "林晓,周宁",
    "林晓、周宁",
    "售前、售后,夜班",
    "Doe， Jane,Roe， Jim",
    "林晓,周宁,Jim",
  ];
  for (const path of await kit.writeEach(...records))
    expect((await kit.imported([path], "AgentNames")).flat(), path).toEqual(expected);
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

test("who has no name keeps the place among the names", async () => {
  const texts = [`['林晓', None, '周宁']`, '["林晓", "", "周宁"]', "林晓；；周宁"];
  const records = texts.map((AgentNames) => ({ AgentIds: "a,b,c", AgentNames }));
  for (const path of await kit.writeEach(...records))
    expect(new Set((await kit.imported([path], "AgentNames")).flat()), path).toEqual(
      new Set(["林晓,,周宁"]),
    );
  const lists = [
    ["林晓", null, "周宁"],
    [null, null, null],
  ].map((AgentNames, at) => ({
    ContactId: `job-${at}`,
    InstanceId: "i",
    StartTime: AT,
    AgentIds: ["a", "b", "c"],
    AgentNames,
  }));
  const jsonl = kit.write("a.jsonl", lists.map((one) => JSON.stringify(one)).join("\n"));
  const list = "['林晓', NULL, '周宁']";
  const parquet = await kit.writeParquet(
    "a.parquet",
    `SELECT unnest(['job-0', 'job-1']) AS ContactId, 'i' AS InstanceId, ${AT} AS StartTime, ['a', 'b', 'c'] AS AgentIds, unnest([${list}, [NULL, NULL, NULL]]) AS AgentNames`,
  );
  for (const path of [jsonl, parquet])
    expect((await kit.imported([path], "AgentNames")).flat(), path).toEqual(["林晓,,周宁", null]);
});

import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { importFiles } from "./import-files.ts";
import { AT, createImportKit, type ImportKit } from "./import.kit.ts";

// How files are written and laid out by the programs that people have.

let kit: ImportKit;
beforeEach(() => {
  kit = createImportKit();
});
afterEach(() => kit.close());

const record = (id: string, more: Readonly<Record<string, unknown>> = {}) => ({
  ContactId: id,
  InstanceId: "i",
  StartTime: AT,
  ...more,
});

/** 王小明, 售后 in GB18030, as `iconv -t gb18030` writes them. */
const GB18030 = Buffer.concat([
  Buffer.from(`ContactId,InstanceId,StartTime,AgentNames,SkillGroupNames\na,i,${AT},`),
  Buffer.from([0xcd, 0xf5, 0xd0, 0xa1, 0xc3, 0xf7, 0x2c, 0xca, 0xdb, 0xba, 0xf3, 0x0a]),
]);

test("GB18030 and UTF-16 are read, and it is said", async () => {
  const sheet = `\uFEFFContactId\tInstanceId\tStartTime\tAgentNames\r\nb\ti\t${AT}\t王\r\n`;
  const paths = [
    kit.write("a.csv", GB18030),
    kit.write("b.txt", Buffer.from(sheet, "utf16le")),
    kit.write("c.jsonl", JSON.stringify(record("c", { AgentNames: "王" }))),
    kit.write("d.jsonl", JSON.stringify(record("d"))),
  ];
  const report = await importFiles(paths, kit.database);
  const encodings = report.files.map(({ encoding }) => encoding);
  expect(encodings).toEqual(["GB18030", "UTF-16", "UTF-8", "UTF-8"]);
  expect(await kit.stored("AgentNames, SkillGroupNames")).toEqual([
    ["王小明", "售后"],
    ["王", null],
    ["王", null],
    [null, null],
  ]);
});

test("a file that is ASCII for long and then GB18030 is read as that", async () => {
  const rows = Array.from({ length: 20_000 }, (_unused, at) => `${at},i,${AT + at},x,\n`);
  const end = GB18030.indexOf("\n") + 1;
  const content = [GB18030.subarray(0, end), Buffer.from(rows.join("")), GB18030.subarray(end)];
  const path = kit.write("late.csv", Buffer.concat(content));
  const report = await importFiles([path], kit.database);
  expect(report).toMatchObject({ read: 20_001, files: [{ encoding: "GB18030" }] });
});

test("lines that end with a carriage return alone, as on old Macs, are lines", async () => {
  const table = `ContactId,InstanceId,StartTime\ra,i,${AT}\rb,i,${AT}\r`;
  expect(await kit.imported([kit.write("mac.csv", table)], "ContactId")).toEqual([["a"], ["b"]]);
});

test("the span is of the calls that were read", async () => {
  const paths = [
    kit.write("a.jsonl", JSON.stringify(record("a", { StartTime: AT - 60_000 }))),
    kit.write("b.jsonl", JSON.stringify(record("b", { StartTime: AT + 60_000 }))),
  ];
  await importFiles(
    [kit.write("old.jsonl", JSON.stringify(record("old", { StartTime: AT - 1e9 })))],
    kit.database,
  );
  const { span } = await importFiles(paths, kit.database);
  expect(span).toEqual({ from: AT - 60_000, to: AT + 60_000 });
});

test("a bad record in a list, a reply or pretty JSON is named by the line in which it begins", async () => {
  const list = [record("a"), record("b", { TalkTime: "x" }), record("c")];
  expect(await kit.refusal(kit.write("a.json", JSON.stringify(list, null, 2)))).toContain(
    "line 7: TalkTime must be a whole number of seconds",
  );
  const reply = { Code: "OK", Data: { List: list }, RequestId: "r" };
  expect(await kit.refusal(kit.write("b.json", JSON.stringify(reply, null, 2)))).toContain(
    "line 10: TalkTime must be a whole number of seconds",
  );
  const lines = list.map((one) => JSON.stringify({ Data: { List: [one] } })).join("\n");
  expect(await kit.refusal(kit.write("c.json", lines))).toContain("line 2: TalkTime");
});

test("JSON that is cut off, or holds something else, is refused with the line", async () => {
  const whole = JSON.stringify([record("a"), record("b")], null, 1);
  const said = async (text: string) =>
    (await kit.refusal(kit.write("a.json", text))).split("\n")[1];
  expect(await said(whole.slice(0, -1))).toBe("line 12: is not JSON: it is never closed");
  expect(await said(whole.slice(0, -20))).toBe("line 7: is not JSON: it is never closed");
  expect(await said(`${whole}\nend`)).toBe("line 13: is not a JSON object");
  expect(await said(whole.replace('"b"', "b"))).toBe("line 7: is not JSON");
  expect(await said('{"Code":"Throttling.User","Message":"x"}')).toContain("ContactId is missing");
  expect(await said(`{"Data":{"List":[${JSON.stringify(record("a"))}]},"ContactId":"b"}`)).toBe(
    "line 1: holds records beside its own ContactId",
  );
});

test("a record may have a field that is called as a reply's", async () => {
  const deep = record("a", { data: { list: [record("inner")] }, Records: [1], body: "x" });
  const paths = [
    kit.write("a.jsonl", JSON.stringify(deep)),
    kit.write("b.json", JSON.stringify([{ ...deep, ContactId: "b" }], null, 2)),
  ];
  expect((await kit.imported(paths, "ContactId")).flat()).toEqual(["a", "b"]);
});

test("a field that is named twice is refused, however it is spelled", async () => {
  const fields = { ...record("a"), contactId: "b" };
  expect(await kit.refusal(kit.write("a.jsonl", JSON.stringify(fields)))).toContain(
    "line 1: names ContactId twice",
  );
  const table = "ContactId,contact id,InstanceId,StartTime\na,b,i,1\n";
  expect(await kit.refusal(kit.write("a.csv", table))).toBe(
    "…/a.csv names the column ContactId twice.",
  );
});

test("a field that is spelled in another way is not lost beside others that are not", async () => {
  const path = kit.write(
    "a.jsonl",
    JSON.stringify(record("a", { talkTime: 5, agent_ids: ["x", "y"] })),
  );
  expect(await kit.imported([path], "TalkTime, AgentIds")).toEqual([[5, "x,y"]]);
});

test("ids between blanks are the same id", async () => {
  const table = `ContactId,InstanceId,StartTime,ContactType\n job-1 ,i ,${AT},\t inbound\njob-1,i, ${AT} ,Inbound\n`;
  const report = await importFiles([kit.write("a.csv", table)], kit.database);
  expect(report).toMatchObject({ read: 2, total: 1, instanceIds: ["i"] });
});

test.each([
  [
    "PK\x03\x04\x14\0",
    "is a workbook or a ZIP archive. Save its sheet as CSV (UTF-8), or unpack it",
  ],
  ["\xd0\xcf\x11\xe0\xa1\xb1", "is a workbook. Save its sheet as CSV (UTF-8)"],
  ["\x28\xb5\x2f\xfd\x04", "is packed by zstd. Unpack it"],
  ["<table><tr>", "is XML or HTML. Export the calls as CSV or JSON"],
  [`calls.csv${"\0".repeat(248)}ustar`, "is a tar archive. Unpack it"],
  [
    "\x01\x02\x03\x04\x05\x06\x07\x08DUCK",
    "is a DuckDB database. Export its table as Parquet, CSV or JSON",
  ],
  ["SQLite format 3\0\x10", "is an SQLite database. Export its table as CSV or JSON"],
  ["%PDF-1.7", "is a document. Export the calls as CSV or JSON"],
  ["\xff\xfe\0\0C\0\0\0", "is UTF-32. Save it as UTF-8"],
])("a file of another kind, %j, is refused with what to do", async (begin, words) => {
  const path = kit.write("calls.csv", Buffer.from(begin, "latin1"));
  expect(await kit.refusal(path)).toBe(`…/calls.csv ${words}, and import that.`);
});

test("a file that is packed twice is refused with what to do", async () => {
  const path = kit.write("calls.csv.gz", gzipSync(gzipSync("ContactId")));
  expect(await kit.refusal(path)).toBe(
    "…/calls.csv.gz is packed twice. Unpack it once, and import that.",
  );
});

import { afterEach, beforeEach, expect, test } from "vitest";
import { AT, createImportKit, type ImportKit } from "./import.kit.ts";

// Values that have lost digits or have another unit are refused in every format, with the cure.

let kit: ImportKit;
beforeEach(() => {
  kit = createImportKit();
});
afterEach(() => kit.close());

/** What is said of one record in every format. */
async function refusals(fields: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const said: string[] = [];
  for (const path of await kit.writeEach(fields)) {
    const words = await kit.refusal(path);
    said.push(words.replace(/^.*\n(line|row) \d+: /, ""));
  }
  return said;
}

const SHORTENED =
  "was shortened by a spreadsheet or program: save the column as text and export again";
const TOO_NARROW =
  "is what a spreadsheet shows where a column is too narrow: make it wider and export again";
const POINT =
  "was made a number by a spreadsheet or program: save the column as text and export again";

test.each([
  ["StartTime", "1.79566E+12", SHORTENED],
  ["ReleaseTime", "1.79566e+12", SHORTENED],
  ["StartTime", "1795658460", "looks like seconds: this needs milliseconds"],
  ["StartTime", "1795658460.5", "looks like seconds: this needs milliseconds"],
  ["StartTime", "1795658460000000", "looks like microseconds: this needs milliseconds"],
  ["EstablishedTime", "1795658460000000000", "looks like nanoseconds: this needs milliseconds"],
  [
    "StartTime",
    "46352.4",
    "looks like a spreadsheet's date: this needs milliseconds since 1970 (UTC)",
  ],
  [
    "StartTime",
    "2026-11-26 09:20:00",
    "is a date in words: this needs milliseconds since 1970 (UTC)",
  ],
  ["StartTime", "26.11.2026", "is a date in words: this needs milliseconds since 1970 (UTC)"],
  ["StartTime", "20261126092000", "must be a Unix timestamp in milliseconds, of 2000 to 2100"],
  ["StartTime", "-1", "must be a Unix timestamp in milliseconds, of 2000 to 2100"],
  ["ContactId", "1.09634E+16", SHORTENED],
  ["InstanceId", "1E+05", SHORTENED],
  ["CallingNumber", "1.54E+10", SHORTENED],
  ["Broker", "1.54e10", SHORTENED],
  ["CallIds", "7,1.09634E+16,8", SHORTENED],
  ["CalledNumber", "15400000001.0", POINT],
  ["ContactId", "10963412.0", POINT],
  ["ContactId", "1.20785E 16", SHORTENED],
  ["ContactId", "12,078,512", POINT],
  ["ContactId", "job-12078****", "is masked: the calls cannot be told apart"],
  ["ContactId", "2026/11/22", "is a date and no id"],
  ["ContactId", "2026/11/22 09:20:00", "is a date and no id"],
  ["ContactId", '"null"', "is missing"],
  ["CallingNumber", "15,430,600,004", POINT],
  ["CallingNumber", "110.0", POINT],
  ["ContactId", "########", TOO_NARROW],
  ["ContactId", "undefined", "is missing"],
  ["ContactId", "#N/A", "is missing"],
  ["InstanceId", "########", TOO_NARROW],
  ["InstanceId", "None", "is missing"],
  ["StartTime", "nan", "is missing"],
  ["CalledNumber", "#######", TOO_NARROW],
  ["AgentNames", "#REF!", "is an error of a spreadsheet: mend it and export again"],
  ["CallingNumber", "15430600004/15430600005", "holds several numbers: give one"],
  ["CallingNumber", "15430600004、15430600005", "holds several numbers: give one"],
  [
    "TalkTime",
    "259201",
    "is more than three days: it looks like milliseconds, and this needs seconds",
  ],
  ["CallDuration", "0:55", "must be a whole number of seconds"],
])("%s %s %s", async (name, value, words) => {
  const fault = `${name} ${words}`;
  expect(new Set(await refusals({ [name]: value }))).toEqual(new Set([fault]));
});

test("a duration of more than a hundred times its call is refused, whatever the format", async () => {
  const fields = { ReleaseTime: String(AT + 55_000), CallDuration: "56", TalkTime: "55000" };
  expect(new Set(await refusals(fields))).toEqual(
    new Set([
      "TalkTime is more than 100 times as long as the call: it looks like milliseconds, and this needs seconds",
    ]),
  );
  const contradiction = {
    ...fields,
    TalkTime: "550",
    ContactId: "a",
    InstanceId: "i",
    StartTime: AT,
  };
  const path = kit.write("b.jsonl", JSON.stringify(contradiction));
  expect(await kit.imported([path], "TalkTime")).toEqual([[550]]);
});

test("contact ids of which more end in zeros than by chance have lost their digits", async () => {
  const idsOf = (ids: readonly string[]) =>
    kit.write(
      "a.csv",
      `ContactId,InstanceId,StartTime\n${ids.map((id) => `${id},i,${AT}\n`).join("")}`,
    );
  const ids = ["10963412345678900", "10963412345679000", "10963412345678300"];
  expect(await kit.refusal(idsOf(ids))).toBe(
    "…/a.csv: too many ContactIds of more than 15 digits end in zeros. A spreadsheet or program has made numbers of them: save the column as text and export again.",
  );
  const others = ["10963412345678901", "10963412345678902"];
  expect(await kit.refusal(idsOf([...ids, ...others]))).toContain("end in zeros");
  expect(await kit.refusal(idsOf(["109634123456789000000"]))).toContain("end in zeros");
  // One in a hundred of such ids ends in two zeros.
  for (const good of [ids.slice(1), [...ids.slice(1), ...others], ["100000", "200000", "300000"]])
    expect(await kit.imported([idsOf(good)], "ContactId")).toHaveLength(good.length);
});

test("a number in JSON that is too long to be exact is refused, and taken as text", async () => {
  const line = (id: string) => `{"ContactId":${id},"InstanceId":"i","StartTime":${AT}}\n`;
  const long = kit.write("a.jsonl", line('"a"') + line("10963412345678901"));
  expect(await kit.refusal(long)).toContain(
    "line 2: ContactId is a number too long to be exact: write it as text",
  );
  const texts = kit.write("b.jsonl", line('"10963412345678901"') + line("1096341234567890"));
  expect((await kit.imported([texts], "ContactId")).flat()).toEqual([
    "1096341234567890",
    "10963412345678901",
  ]);
});

test("zero is when a call was never connected, but no call starts then", async () => {
  const row = (start: string) => `ContactId,InstanceId,StartTime,EstablishedTime\na,i,${start},0\n`;
  const path = kit.write("a.csv", row(String(AT)));
  expect(await kit.imported([path], "StartTime, EstablishedTime")).toEqual([[String(AT), null]]);
  expect(await kit.refusal(kit.write("b.csv", row("0")))).toContain("StartTime is missing");
});

test("a formula that keeps a spreadsheet from reading a number is the number, in CSV", async () => {
  const rows = `ContactId,InstanceId,StartTime,CallingNumber\na,i,${AT},"=""02155500100"""\nb,i,${AT},="0215"\n`;
  const path = kit.write("a.csv", rows);
  expect((await kit.imported([path], "CallingNumber")).flat()).toEqual(["02155500100", "0215"]);
  const line = { ContactId: "a", InstanceId: "i", StartTime: AT, ReleaseReason: '="486"' };
  expect(await kit.refusal(kit.write("a.jsonl", JSON.stringify(line)))).toContain(
    "ReleaseReason is a formula of a spreadsheet: export its value",
  );
});

test("what only looks like a spoiled number is taken as it is", async () => {
  const line = {
    ContactId: "3e5d",
    InstanceId: "1e9",
    StartTime: `${AT}.0`,
    CallingNumber: "15400000001",
    AgentIds: "1.5@i,a.0",
    ReleaseReason: "486.0",
    TalkTime: "5e1",
  };
  const path = kit.write("a.jsonl", JSON.stringify(line));
  const columns = Object.keys(line).join(", ");
  expect(await kit.imported([path], columns)).toEqual([
    [...Object.values({ ...line, StartTime: String(AT) }).slice(0, -1), 50],
  ]);
});

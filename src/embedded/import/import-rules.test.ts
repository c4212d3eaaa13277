import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance, type DuckDBConnection } from "@duckdb/node-api";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { RECORD_FIELD_NAMES } from "#contract/record/record-fields.ts";
import { wireName } from "#contract/upstream/wire-record.ts";
import { openInputFiles } from "./input-files.ts";
import { lineFault } from "./jsonl-fault.ts";
import { openJsonlFile } from "./jsonl-file.ts";
import { judgedSql } from "./judge-sql.ts";

// The rules are written twice: as SQL, which decides, and as code, which explains.

const VALUES: readonly (readonly unknown[])[] = [
  [null, "", true, false, "true", "False", "yes", [], {}, [1], ["a"], { a: 1 }, "[x]", "{}"],
  [0, 1, -1, 1.5, 5e3, 1e300, 2 ** 31, 2 ** 31 - 1, -(2 ** 31), 2 ** 53, 8.64e15, 8.64e15 + 2],
  ["0", "007", "-5", "+5", "1.0", "1.5", "1e3", "1e-3", " 12 ", "5.", ".5", "2147483648"],
  ["0x10", "abc", "nan", "Infinity", "1 2", "٣", "--1", ".", "1e", "e1", "12s", "-"],
  ["1_000", "1__0", "_1", "1_", "1_0.5", "1_0.0_0", "1._0", "0e1_0", "\u00a01", "\v1\f", "1\r\n"],
];

let folder: string;
let connection: DuckDBConnection;
let instance: DuckDBInstance;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "callscope-"));
  instance = await DuckDBInstance.create(":memory:");
  connection = await instance.connect();
});
afterAll(() => {
  instance.closeSync();
  rmSync(folder, { recursive: true, force: true });
});

type Fields = Readonly<Record<string, unknown>>;

async function expectAgreement(lines: readonly Fields[]): Promise<void> {
  const file = join(folder, "lines.jsonl");
  const full = lines.map((fields) => ({
    ContactId: "a",
    InstanceId: "i",
    StartTime: 1,
    ...fields,
  }));
  const texts = full.map((line) => JSON.stringify(line));
  writeFileSync(file, texts.join("\n"));
  const [input] = (await openInputFiles([file])).files;
  if (input === undefined) throw new Error("It was not opened.");
  const [select] = (await openJsonlFile(input)).selects;
  const reader = await connection.runAndReadAll(
    `SELECT Verdict FROM (${judgedSql(select, { maybeNested: true })})`,
  );
  const verdicts = reader.getRows().map(([verdict]) => verdict);
  expect(verdicts).toHaveLength(texts.length);
  texts.forEach((text, index) => {
    const fault = lineFault(text);
    const nested = fault?.includes("must be text") ?? false;
    // Of a text the SQL cannot tell here whether it was an object: it says that it does not know.
    const expected = nested ? null : fault === undefined;
    const said = verdicts[index] ?? (nested ? null : true);
    expect(said, `${text}: ${fault ?? "good"}`).toBe(expected);
  });
}

test.each(["InstanceId", "AgentNames", "StartTime", "ReleaseTime", "TalkTime", "RecordingReady"])(
  "any value of %s is judged alike by the SQL and by the code that explains",
  (name) => expectAgreement(VALUES.flat().map((value) => ({ [name]: value }))),
);

test("so is any text in any field", async () => {
  const name = fc.constantFrom(...RECORD_FIELD_NAMES.map(wireName));
  const value = fc.oneof(fc.string(), fc.double().map(String), fc.integer().map(String));
  const line = fc.tuple(name, value).map(([key, text]) => ({ [key]: text }));
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 100, maxLength: 100 }), expectAgreement),
    { numRuns: 5 },
  );
});

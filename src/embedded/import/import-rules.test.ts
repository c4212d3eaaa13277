import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { DuckDBInstance, type DuckDBConnection } from "@duckdb/node-api";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { RECORD_FIELD_NAMES } from "#contract/record/record-fields.ts";
import { wireName } from "#contract/upstream/wire-record.ts";
import { openInputFiles } from "./input-files.ts";
import { openJsonFile, textLinesSql } from "./json-file.ts";
import { judgedSql } from "./judge-sql.ts";
import { parseObject } from "./parse-json.ts";
import { readRecord, type RecordTexts } from "./record-fault.ts";

// The rules are written twice: as SQL, which decides, and as code, which explains and mends.

const VALUES: readonly (readonly unknown[])[] = [
  [null, "", true, false, "true", "False", "yes", [], {}, [1], ["a"], { a: 1 }, "[x]", "{}"],
  [0, 1, -1, 1.5, 5e3, 1e300, 2 ** 31, 2 ** 31 - 1, -(2 ** 31), 2 ** 53, 8.64e15, 8.64e15 + 2],
  ["0", "007", "-5", "+5", "1.0", "1.5", "1e3", "1e-3", " 12 ", "5.", ".5", "2147483648"],
  ["0x10", "abc", "nan", "Infinity", "1 2", "٣", "--1", ".", "1e", "e1", "12s", "-"],
  ["1_000", "1__0", "_1", "1_", "1_0.5", "1_0.0_0", "1._0", "0e1_0", "\u00a01", "\v1\f", "1\r\n"],
  [1.79565846e12, 1_795_658_460, 1_795_658_460_000_000, 1_795_658_460_000_000_000, 46_352.4],
  ["1795658460000", " 1795658460000\t", "1795658460000.0", "1795658460000.5", "1.79565846E+12"],
  ["1.79566E+12", "1.54E+10", "1.0e12", "a,1.5E+16,b", "7,1.0963412345678902e+16", "2E5", "1E+05"],
  ["15400000001.0", "5.0", "a1.0", "+8615400000001", '="0215550"', "=x", "10963412345678901"],
  [10963412345678901n, 9007199254740993n, "946684799999", "946684800000", "4102444800001"],
  [
    "2026-11-26 09:20",
    "a ",
    "\ta\n",
    "\u3000王\u00a0",
    "\u202d154\u202c",
    "\ufeffa",
    " ",
    "\u2028a",
    259_200,
    259_201,
    55_000,
  ],
  [
    "154-3060-0004",
    "+86 154 3060 0004",
    "tel:15430600004",
    "１５４",
    "'154",
    "(021) 5550-0100",
    "N/A",
  ],
  [
    "8615430600004",
    "008615430600004",
    "154****0004",
    "anonymous",
    "15430600004/15430600005",
    "None",
  ],
  ["a；b", "a; b", "a、b", "a，b", "a|b", "['a', 'b']", '["a","b"]', "{a,b}", "'a','b'", "\\N"],
  [
    "########",
    "#REF!",
    "#N/A",
    "#1",
    "job-****",
    "12,078",
    "2026/11/22",
    "1.2E 16",
    "undefined",
    "—",
  ],
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

// JSON.stringify takes no bigint, and as a number it would have lost digits.
const write = (fields: Fields) =>
  `{${Object.entries(fields)
    .map(
      ([name, value]) => `"${name}":${typeof value === "bigint" ? value : JSON.stringify(value)}`,
    )
    .join(",")}}`;

function readLine(text: string): RecordTexts {
  const parsed = parseObject(text);
  return "fields" in parsed ? readRecord(parsed.fields) : parsed;
}

async function judged(select: string, doubtSql?: string, isTidy = false): Promise<unknown[][]> {
  const reader = await connection.runAndReadAll(judgedSql(select, { doubtSql, isTidy }));
  return reader.getRowsJson();
}

async function expectAgreement(lines: readonly Fields[]): Promise<void> {
  const file = join(folder, "lines.jsonl");
  const texts = lines.map((fields) =>
    write({ ContactId: "a", InstanceId: "i", StartTime: 1_795_658_460_000, ...fields }),
  );
  writeFileSync(file, texts.join("\n"));
  const [input] = (await openInputFiles([file])).files;
  if (input === undefined) throw new Error("It was not opened.");
  const { selects, doubtSql } = await openJsonFile(input);
  const rows = await judged(selects[0] ?? textLinesSql(file), doubtSql);
  expect(rows).toHaveLength(texts.length);

  // What code of ours makes of a good record is good by the SQL, and the same.
  const rewritten = join(folder, "rewritten.jsonl");
  const reads = texts.map(readLine);
  const good = reads.flatMap((read) => ("texts" in read ? [JSON.stringify(read.texts)] : []));
  writeFileSync(rewritten, good.join("\n"));
  const mended = (
    good.length === 0 ? [] : await judged(textLinesSql(rewritten), undefined, true)
  ).values();

  const disagreements = texts.flatMap((text, index) => {
    const read = reads[index];
    const row = rows[index] ?? [];
    const verdict = row.at(-1);
    if (read === undefined || "fault" in read) return verdict === true ? [`${text} is bad`] : [];
    const other: unknown[] = mended.next().value ?? [];
    const isSame = other.at(-1) === true && (verdict !== true || isDeepStrictEqual(other, row));
    return isSame ? [] : [`${text} is otherwise when mended`];
  });
  expect(disagreements).toEqual([]);
}

test.each([
  "InstanceId",
  "CallingNumber",
  "AgentNames",
  "StartTime",
  "ReleaseTime",
  "TalkTime",
  "RecordingReady",
])("any value of %s is judged alike by the SQL and by the code that explains and mends", (name) =>
  expectAgreement(VALUES.flat().map((value) => ({ [name]: value }))),
);

test("so is any text in any field", async () => {
  const name = fc.constantFrom(...RECORD_FIELD_NAMES.map(wireName));
  const value = fc.oneof(
    fc.string(),
    fc.string({ unit: fc.constantFrom(...' \t0159.,+eE="a\u3000\u00a0') }),
    fc.double().map(String),
    fc.integer().map(String),
    fc.nat({ max: 4e12 }).map(String),
  );
  const line = fc.tuple(name, value).map(([key, text]) => ({ [key]: text }));
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 100, maxLength: 100 }), expectAgreement),
    { numRuns: 5 },
  );
});

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { DuckDBInstance, type DuckDBConnection } from "@duckdb/node-api";
import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { RECORD_FIELD_NAMES, RECORD_FIELDS } from "#contract/record/record-fields.ts";
import { wireName } from "#contract/upstream/wire-record.ts";
import { sqlLiteral } from "#embedded/database/schema.ts";
import { openEmbeddedDatabase } from "#embedded/open-database.ts";
import { ImportError } from "./import-error.ts";
import { importFiles } from "./import-files.ts";

// The same records make the same database, in whatever format they come.

vi.setConfig({ testTimeout: 120_000 });

let folder: string;
let database: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "callscope-"));
  database = join(folder, "calls.duckdb");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

let instance: DuckDBInstance;
let connection: DuckDBConnection;
beforeAll(async () => {
  instance = await DuckDBInstance.create(":memory:");
  connection = await instance.connect();
});
afterAll(() => instance.closeSync());

function write(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

/** Writes a Parquet file of what the SELECT gives. */
async function writeParquet(name: string, select: string): Promise<string> {
  const path = join(folder, name);
  await connection.run(`COPY (${select}) TO ${sqlLiteral(path)} (FORMAT parquet)`);
  return path;
}

async function stored(columns: string): Promise<unknown[][]> {
  const opened = await openEmbeddedDatabase({
    file: database,
    sampleRecords: 0,
    timeZone: "Asia/Shanghai",
  });
  try {
    const text = `SELECT ${columns} FROM records ORDER BY rowid`;
    return (await opened.run({ text, params: [] })).getRowsJson();
  } finally {
    await opened.close();
  }
}

/** Imports into a new database. */
async function imported(paths: readonly string[], columns: string): Promise<unknown[][]> {
  rmSync(database, { force: true });
  await importFiles(paths, database);
  return stored(columns);
}

async function refusal(...paths: readonly string[]): Promise<string> {
  const error: unknown = await importFiles(paths, database).catch((reason: unknown) => reason);
  if (!(error instanceof ImportError)) throw new Error("It was not refused.", { cause: error });
  const bad = (error.badRecords?.shown ?? []).map(
    ({ place, reason }) =>
      `${"line" in place ? `line ${place.line}` : `row ${place.row}`}: ${reason}`,
  );
  return [error.message.replaceAll(folder, "…"), ...bad].join("\n");
}

const NAMES = RECORD_FIELD_NAMES.map(wireName);

type Values = Readonly<Record<string, string | number | boolean>>;

const anyText = fc.oneof(
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 8 }),
  fc
    .array(fc.constantFrom(..."ab中,\"\n\r\t '\\{[;#", "\r\n", '""', "1"), {
      minLength: 1,
      maxLength: 6,
    })
    .map((parts) => parts.join("")),
);

/** Any records, some of which have the same contact id. */
const anyRecords = fc.array(
  fc
    .record(
      Object.fromEntries(
        RECORD_FIELD_NAMES.map((field) => {
          const kind = RECORD_FIELDS[field];
          if (kind === "instant") return [wireName(field), fc.nat({ max: 8.64e15 })];
          if (kind === "seconds" || kind === "integer")
            return [wireName(field), fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })];
          return [wireName(field), kind === "boolean" ? fc.boolean() : anyText];
        }),
      ),
      { requiredKeys: [] },
    )
    .chain((values) =>
      fc
        .tuple(fc.oneof(anyText, fc.constantFrom("1", "2")), anyText, fc.nat({ max: 5 }))
        .map(([ContactId, InstanceId, StartTime]): Values => {
          return { ...values, ContactId, InstanceId, StartTime };
        }),
    ),
  { minLength: 1, maxLength: 12 },
);

const PARQUET_TYPES: Readonly<Record<string, string>> = {
  instant: "BIGINT",
  seconds: "INTEGER",
  integer: "DOUBLE",
  boolean: "BOOLEAN",
};

async function writeAll(records: readonly Values[]): Promise<readonly string[]> {
  const jsonl = write("a.jsonl", records.map((one) => JSON.stringify(one)).join("\n"));
  const cell = (value: unknown) => (value === undefined ? "" : String(value));
  const table = [NAMES, ...records.map((one) => NAMES.map((name) => cell(one[name])))];
  const types = RECORD_FIELD_NAMES.map(
    (field) => `${wireName(field)}: '${PARQUET_TYPES[RECORD_FIELDS[field]] ?? "VARCHAR"}'`,
  );
  const parquet = await writeParquet(
    "a.parquet",
    `SELECT * FROM read_json(${sqlLiteral(jsonl)}, format = 'newline_delimited', columns = {${types.join(", ")}})`,
  );
  return [
    jsonl,
    write("a.csv", stringify(table, { quoted_match: /[\r\n]|^ / })),
    write("b.csv", stringify(table, { quoted: true, record_delimiter: "windows", bom: true })),
    write("a.tsv", stringify(table, { delimiter: "\t", quoted_match: /[\r\n]|^ / })),
    parquet,
    write("c.jsonl.gz", gzipSync(records.map((one) => JSON.stringify(one)).join("\n"))),
  ];
}

test("the same records make the same table, whatever the format", async () => {
  await fc.assert(
    fc.asyncProperty(anyRecords, async (records) => {
      const [first = "", ...others] = await writeAll(records);
      const expected = await imported([first], "*");
      for (const path of others) expect(await imported([path], "*"), path).toEqual(expected);
    }),
    { numRuns: 15 },
  );
});

describe("a CSV file", () => {
  test("may have its columns in any order, some of them missing or unknown", async () => {
    const path = write("a.csv", 'Extra,StartTime, ContactId,InstanceId,\n"x,",5,a,i,\n,6,b,i,\n');
    const report = await importFiles([path], database);
    expect(report).toMatchObject({ read: 2, unknownFields: ["Extra"] });
    expect(await stored("ContactId, StartTime, Broker")).toEqual([
      ["b", "6", null],
      ["a", "5", null],
    ]);
  });

  test("must name in its first row what no record can do without, and nothing twice", async () => {
    expect(await refusal(write("a.csv", "StartTime,contactid\n1,2\n"))).toMatch(
      /^…\/a\.csv has no column ContactId, InstanceId\. .* separated by commas/,
    );
    expect(await refusal(write("a.tsv", "StartTime,ContactId,InstanceId\n1,a,i\n"))).toMatch(
      /has no column ContactId, InstanceId, StartTime\. .* separated by tabs/,
    );
    const twice = write("a.csv", "StartTime,ContactId,InstanceId,Broker,Broker\n1,a,i,2,3\n");
    expect(await refusal(twice)).toBe("…/a.csv names the column Broker twice.");
    for (const text of ["", "\n\n", "\nContactId,InstanceId,StartTime\n1,2,3"])
      expect(await refusal(write("a.csv", text))).toContain("must begin with a row of");
    expect(await refusal(write("a.csv", "ContactId,InstanceId,StartTime\n"))).toBe(
      "There is no record in these files.",
    );
  });

  test("without a header, or made for people, is refused without showing what is in it", async () => {
    const said = [
      await refusal(write("a.csv", "job-1,ccc-test,02155500100\n")),
      await refusal(
        write("b.csv", "\uFEFF通话 ID,主叫号码,开始时间 (Asia/Shanghai)\r\na,02155500100\t,\r\n"),
      ),
    ];
    for (const words of said) {
      expect(words).toContain("a table that Callscope exported is for people");
      expect(words).not.toContain("02155500100");
    }
  });

  test("with bad rows has each named by the line in which it begins", async () => {
    const rows = [
      "ContactId,InstanceId,StartTime,TalkTime,Broker",
      "a,i,1,2,3",
      'b,i,1,2,"two',
      'lines"',
      "",
      "c,i,soon,2.5,02155500100",
      "d,i,1",
      ",i,1,,",
      'e,i,1,2,"02155500100" x',
      "f,i,1,2,3,4",
      'g,i,1,2,"x',
    ];
    expect(await refusal(write("a.csv", rows.join("\n")))).toBe(
      [
        "6 lines are not a call record in the provider's form.",
        "line 6: StartTime must be a Unix timestamp in milliseconds, TalkTime must be a whole number",
        "line 7: has 3 values, and the first row has 5",
        "line 8: ContactId is missing",
        "line 9: has text behind a closing quote",
        "line 10: has 6 values, and the first row has 5",
        "line 11: has a quote that is never closed",
      ].join("\n"),
    );
  });

  test("that ends within quotes was cut off, and is refused however good its rows", async () => {
    const rows = 'ContactId,InstanceId,StartTime,Broker\na,i,1,"x"\nb,i,2,"y\nc,i,3,z\n';
    expect(await refusal(write("a.csv", rows))).toContain(
      "line 3: has a quote that is never closed",
    );
    const path = write("a.csv", `${rows}"`);
    expect((await imported([path], "ContactId")).flat()).toEqual(["b", "a"]);
  });

  test("that is no UTF-8, or mixes its line breaks, is refused with the line", async () => {
    const begin = "ContactId,InstanceId,StartTime,Broker\na,i,1,x\n";
    const gbk = Buffer.concat([Buffer.from(`${begin}b,i,1,`), Buffer.from([0xd6, 0xd0, 0x0a])]);
    expect(await refusal(write("a.csv", gbk))).toContain("line 3: is not UTF-8");
    expect(await refusal(write("a.csv", `${begin}b,i,1,x\r\n`))).toContain(
      "line 3: ends with another line break than the first line",
    );
    expect(await refusal(write("a.csv", Buffer.from(`\uFEFF${begin}`, "utf16le")))).toBe(
      "…/a.csv is UTF-16. Save it as UTF-8.",
    );
  });

  test("of many parts with line breaks in its values is read all the same", async () => {
    // Read by parts, DuckDB takes the lines of such a value for rows, and stumbles at its end.
    const value = "x,i,1,y\n".repeat(40_000);
    const rows = Array.from({ length: 220 }, (_unused, at) => `${at},i,${at},"${value}"`);
    const path = write("a.csv", `ContactId,InstanceId,StartTime,Broker\n${rows.join("\n")}\n`);
    const [counted] = await imported([path], "count(*) OVER (), sum(strlen(Broker)) OVER ()");
    expect(counted?.map(Number)).toEqual([220, 220 * value.length]);
  });
});

describe("a Parquet file", () => {
  const RECORD = "'a' AS ContactId, 'i' AS InstanceId, 1000 AS StartTime";

  test("may hold instants as timestamps and comma-joined lists as lists", async () => {
    const path = await writeParquet(
      "a.parquet",
      `SELECT 'a' AS ContactId, 'i' AS InstanceId, TIMESTAMP '2025-06-30 16:00:00.123' AS StartTime,
        TIMESTAMPTZ '2025-06-30 16:00:00.123456+08' AS EstablishedTime, TIMESTAMP_NS '2025-06-30 16:00:00' AS ReleaseTime,
        ['x@i', NULL, 'y@i'] AS AgentIds, [1, 2] AS CallIds, []::VARCHAR[] AS AgentNames, 5.0 AS TalkTime, 154 AS Broker`,
    );
    const columns =
      "StartTime, EstablishedTime, ReleaseTime, AgentIds, CallIds, AgentNames, TalkTime, Broker";
    expect(await imported([path], columns)).toEqual([
      ["1751299200123", "1751270400123", "1751299200000", "x@i,y@i", "1,2", null, 5, "154"],
    ]);
  });

  test("with bad rows has each named by its number", async () => {
    const path = await writeParquet(
      "a.parquet",
      `SELECT CASE WHEN n % 400 <> 7 THEN n::VARCHAR END AS ContactId, 'i' AS InstanceId, n::DOUBLE AS StartTime,
        CASE WHEN n = 900 THEN 1.5 ELSE 1 END AS TalkTime, 'x' AS Extra FROM range(1000) r(n)`,
    );
    expect(await refusal(path)).toBe(
      [
        "4 records are not a call record in the provider's form.",
        "row 8: ContactId is missing",
        "row 408: ContactId is missing",
        "row 808: ContactId is missing",
        "row 901: TalkTime must be a whole number",
      ].join("\n"),
    );
  });

  test("of a column that is missing, or of a type that would lose something, is refused", async () => {
    const select = "SELECT 'a' AS ContactId, 1 AS StartTime";
    expect(await refusal(await writeParquet("a.parquet", select))).toBe(
      "…/a.parquet has no column InstanceId.",
    );
    const refused = [
      ["{'a': 1} AS Broker", "Broker cannot be read from STRUCT"],
      ["1.38e10 AS CallingNumber", "CallingNumber cannot be read from DOUBLE"],
      ["1.7e12::FLOAT AS ReleaseTime", "ReleaseTime cannot be read from FLOAT"],
      ["['a'] AS Broker", "Broker cannot be read from VARCHAR[]"],
      ["DATE '2025-01-01' AS EstablishedTime", "EstablishedTime cannot be read from DATE"],
      ["'x'::BLOB AS Broker", "Broker cannot be read from BLOB"],
    ];
    for (const [column = "", words = ""] of refused)
      expect(await refusal(await writeParquet("a.parquet", `SELECT ${RECORD}, ${column}`))).toBe(
        `…/a.parquet: the column ${words}.`,
      );
  });

  test("that is cut off, damaged or none is refused", async () => {
    const path = await writeParquet(
      "a.parquet",
      `SELECT n::VARCHAR AS ContactId, 'i' AS InstanceId, n AS StartTime FROM range(20000) r(n)`,
    );
    const bytes = readFileSync(path);
    const damaged = Buffer.from(bytes);
    damaged.fill(0xa5, 200, 9000);
    for (const content of [bytes.subarray(0, bytes.length >> 1), damaged, Buffer.from("PAR1")])
      expect(await refusal(write("b.parquet", content))).toMatch(
        /^…\/b\.parquet (is no Parquet file, or it is damaged|cannot be read)\.$/,
      );
    expect(await refusal(write("c.parquet", "{}"))).toContain("is no Parquet file");
  });
});

describe("a file", () => {
  const LINE = '{"ContactId":"a","InstanceId":"i","StartTime":1}\n';
  const TABLE = "ContactId,InstanceId,StartTime\na,i,1\n";

  test("whose name says nothing is known by how it begins", async () => {
    const parquet = await writeParquet(
      "parquet",
      "SELECT 'a' AS ContactId, 'i' AS InstanceId, 1 AS StartTime",
    );
    const paths = [
      parquet,
      write("lines", ` \n${LINE}`),
      write("table.txt", TABLE),
      write("tabs.txt", TABLE.replaceAll(",", "\t")),
      write("packed", gzipSync(`\uFEFF${LINE}`)),
      write("packed.csv.gz", gzipSync(TABLE)),
      write("TABLE.CSV", TABLE),
    ];
    for (const path of paths)
      expect(await imported([path], "ContactId, StartTime"), path).toEqual([["a", "1"]]);
    expect(await refusal(write("notes.txt", "Dear all,\n"))).toContain("is neither JSON lines nor");
    expect(await refusal(write("list.json", `[${LINE}]`))).toContain("is one JSON list");
  });

  test("that is packed is compared with its sum, and read to its last part", async () => {
    const lines = Array.from({ length: 2000 }, (_unused, at) => LINE.replace('"a"', `"${at}"`));
    const packed = gzipSync(lines.join(""));
    const flipped = Buffer.from(packed);
    flipped[packed.length - 6] = (flipped[packed.length - 6] ?? 0) ^ 1;
    for (const content of [packed.subarray(0, packed.length - 4), packed.subarray(0, 500), flipped])
      expect(await refusal(write("a.jsonl.gz", content))).toBe(
        "…/a.jsonl.gz is damaged: it cannot be unpacked.",
      );
    const parts = Buffer.concat([packed, gzipSync(LINE)]);
    expect(await imported([write("a.jsonl.gz", parts)], "ContactId")).toHaveLength(2001);
  });

  test("in a folder that reads like a partition has no column of it", async () => {
    const paths = [write("Broker=7/a.jsonl", LINE), write("c0=7/a.csv", TABLE)];
    for (const path of paths)
      expect(await imported([path], "ContactId, Broker")).toEqual([["a", null]]);
  });

  test("wins over those before it, whatever the formats", async () => {
    const parquet = await writeParquet(
      "a.parquet",
      "SELECT 'a' AS ContactId, 'parquet' AS InstanceId, 1 AS StartTime",
    );
    const jsonl = write("a.jsonl", LINE.replace('"i"', '"jsonl"'));
    const csv = write("a.csv", TABLE.replace(",i,", ",csv,"));
    expect(await imported([jsonl, csv, parquet], "InstanceId")).toEqual([["parquet"]]);
    expect(await imported([parquet, csv, jsonl], "InstanceId")).toEqual([["jsonl"]]);
    expect(await imported([parquet, jsonl, csv], "InstanceId")).toEqual([["csv"]]);
    await importFiles([parquet], database);
    expect(await stored("InstanceId")).toEqual([["parquet"]]);
  });

  test("that is bad is named with those after it, in every format", async () => {
    const parquet = await writeParquet(
      "a.parquet",
      "SELECT 'a' AS ContactId, 'p' AS InstanceId, -1 AS StartTime",
    );
    const good = write("good.jsonl", LINE);
    const bad = write("bad.jsonl", `${LINE}{}\n`);
    expect(await refusal(good, bad, write("a.csv", `${TABLE}b,i\n`), parquet)).toBe(
      [
        "3 records are not a call record in the provider's form.",
        "line 2: ContactId is missing, InstanceId is missing, StartTime is missing",
        "line 3: has 2 values, and the first row has 3",
        "row 1: StartTime must be a Unix timestamp in milliseconds",
      ].join("\n"),
    );
  });
});

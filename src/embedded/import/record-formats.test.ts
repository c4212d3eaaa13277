import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { importFiles } from "./import-files.ts";
import { AT, createImportKit, type ImportKit } from "./import.kit.ts";

// What each format may hold, and what is refused. That the same records make the same table in all
// of them is in `record-spellings.test.ts`.

let kit: ImportKit;
beforeEach(() => {
  kit = createImportKit();
});
afterEach(() => kit.close());

describe("a CSV file", () => {
  test("may have its columns in any order, some of them missing or unknown", async () => {
    const path = kit.write(
      "a.csv",
      `Extra,StartTime, ContactId,InstanceId,\n"x,",${AT},a,i,\n,${AT + 1},b,i,\n`,
    );
    const report = await importFiles([path], kit.database);
    expect(report).toMatchObject({ read: 2, unknownFields: ["Extra"] });
    expect(await kit.stored("ContactId, StartTime, Broker")).toEqual([
      ["b", String(AT + 1), null],
      ["a", String(AT), null],
    ]);
  });

  test("must name in its first row what no record can do without, and nothing twice", async () => {
    expect(await kit.refusal(kit.write("a.csv", "StartTime,Contact\n1,2\n"))).toMatch(
      /^…\/a\.csv has no column ContactId, InstanceId\. .* the provider's field names/,
    );
    const twice = kit.write("a.csv", "StartTime,ContactId,InstanceId,Broker,Broker\n1,a,i,2,3\n");
    expect(await kit.refusal(twice)).toBe("…/a.csv names the column Broker twice.");
    for (const text of ["", "\n\n", " \n,,,\n"])
      expect(await kit.refusal(kit.write("a.csv", text))).toContain("must begin with a row of");
    expect(await kit.refusal(kit.write("a.csv", "ContactId,InstanceId,StartTime\n"))).toBe(
      "There is no record in these files.",
    );
  });

  test("without a header, or made for people, is refused without showing what is in it", async () => {
    const said = [
      await kit.refusal(kit.write("a.csv", "job-1,ccc-test,02155500100\n")),
      await kit.refusal(
        kit.write(
          "b.csv",
          "\uFEFF通话 ID,主叫号码,开始时间 (Asia/Shanghai)\r\na,02155500100\t,\r\n",
        ),
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
      `a,i,${AT},2,3`,
      `b,i,${AT},2,"two`,
      'lines"',
      "",
      "c,i,soon,2.5,02155500100",
      "d,i,1",
      `,i,${AT},,`,
      'e,i,1,2,"02155500100" x',
      "f,i,1,2,3,4",
      'g,i,1,2,"x',
    ];
    expect(await kit.refusal(kit.write("a.csv", rows.join("\n")))).toBe(
      [
        "6 lines are not a call record in the provider's form.",
        "line 6: StartTime must be a Unix timestamp in milliseconds, of 2000 to 2100, TalkTime must be a whole number of seconds",
        "line 7: has 3 values, and the first row has 5",
        "line 8: ContactId is missing",
        "line 9: has text behind a closing quote",
        "line 10: has 6 values, and the first row has 5",
        "line 11: has a quote that is never closed",
      ].join("\n"),
    );
  });

  test("that ends within quotes was cut off, and is refused however good its rows", async () => {
    const rows = `ContactId,InstanceId,StartTime,Broker\na,i,${AT},"x"\nb,i,${AT + 1},"y\nc,i,3,z\n`;
    expect(await kit.refusal(kit.write("a.csv", rows))).toContain(
      "line 3: has a quote that is never closed",
    );
    const path = kit.write("a.csv", `${rows}"`);
    expect((await kit.imported([path], "ContactId")).flat()).toEqual(["b", "a"]);
  });

  test("in an encoding that nobody can tell is refused with the line", async () => {
    const begin = `ContactId,InstanceId,StartTime,Broker\na,i,${AT},x\n`;
    const latin = Buffer.from(`${begin}b,i,${AT},M\xfcller\n`, "latin1");
    expect(await kit.refusal(kit.write("a.csv", latin))).toContain(
      "line 3: is not UTF-8: save the file as UTF-8",
    );
    const begun = Buffer.concat([
      Buffer.from(`${begin}b,i,${AT},`),
      Buffer.from([0xd6, 0xd0, 0xce, 0xc4, 0x0a]),
      Buffer.from(`c,i,${AT},`.padEnd(70_000, "x")),
      Buffer.from([0xff, 0x0a]),
    ]);
    expect(await kit.refusal(kit.write("a.csv", begun))).toBe(
      "…/a.csv begins as GB18030 and does not go on so. Save it as UTF-8.",
    );
  });

  test("of many parts with line breaks in its values is read all the same", async () => {
    // Read by parts, DuckDB takes the lines of such a value for rows, and stumbles at its end.
    const value = `${"x,i,1,y\n".repeat(40_000)}z`;
    const rows = Array.from({ length: 220 }, (_unused, at) => `${at},i,${AT + at},"${value}"`);
    const path = kit.write(
      "a.csv",
      `ContactId,InstanceId,StartTime,ReleaseReason\n${rows.join("\n")}\n`,
    );
    const columns = "count(*) OVER (), sum(strlen(ReleaseReason)) OVER ()";
    const [counted] = await kit.imported([path], columns);
    expect(counted?.map(Number)).toEqual([220, 220 * value.length]);
  });
});

describe("a Parquet file", () => {
  const RECORD = `'a' AS ContactId, 'i' AS InstanceId, ${AT} AS StartTime`;

  test("may hold instants as timestamps and comma-joined lists as lists", async () => {
    const path = await kit.writeParquet(
      "a.parquet",
      `SELECT 'a' AS ContactId, 'i' AS InstanceId, TIMESTAMP '2025-06-30 16:00:00.123' AS StartTime,
        TIMESTAMPTZ '2025-06-30 16:00:00.123456+08' AS EstablishedTime, TIMESTAMP_NS '2025-06-30 16:00:00' AS ReleaseTime,
        ['x@i', NULL, 'y@i'] AS AgentIds, [1, 2] AS CallIds, []::VARCHAR[] AS AgentNames, 5.0 AS TalkTime, 154 AS Broker`,
    );
    const columns =
      "StartTime, EstablishedTime, ReleaseTime, AgentIds, CallIds, AgentNames, TalkTime, Broker";
    expect(await kit.imported([path], columns)).toEqual([
      ["1751299200123", "1751270400123", "1751299200000", "x@i,y@i", "1,2", null, 5, "154"],
    ]);
  });

  test("with bad rows has each named by its number", async () => {
    const path = await kit.writeParquet(
      "a.parquet",
      `SELECT CASE WHEN n % 400 <> 7 THEN n::VARCHAR END AS ContactId, 'i' AS InstanceId, (${AT} + n)::DOUBLE AS StartTime,
        CASE WHEN n = 900 THEN 1.5 ELSE 1 END AS TalkTime, 'x' AS Extra FROM range(1000) r(n)`,
    );
    expect(await kit.refusal(path)).toBe(
      [
        "4 records are not a call record in the provider's form.",
        "row 8: ContactId is missing",
        "row 408: ContactId is missing",
        "row 808: ContactId is missing",
        "row 901: TalkTime must be a whole number of seconds",
      ].join("\n"),
    );
  });

  test("of a column that is missing, or of a type that would lose something, is refused", async () => {
    const select = "SELECT 'a' AS ContactId, 1 AS StartTime";
    expect(await kit.refusal(await kit.writeParquet("a.parquet", select))).toBe(
      "…/a.parquet has no column InstanceId.",
    );
    const refused = [
      ["{'a': 1} AS Broker", "Broker cannot be read from STRUCT"],
      [
        "1.38e10 AS CallingNumber",
        "CallingNumber cannot be read from DOUBLE. Such numbers lose digits and zeros: write it as text",
      ],
      ["1.7e12::FLOAT AS ReleaseTime", "ReleaseTime cannot be read from FLOAT"],
      ["['a'] AS Broker", "Broker cannot be read from VARCHAR[]"],
      ["DATE '2025-01-01' AS EstablishedTime", "EstablishedTime cannot be read from DATE"],
      ["'x'::BLOB AS Broker", "Broker cannot be read from BLOB"],
    ];
    for (const [column = "", words = ""] of refused)
      expect(
        await kit.refusal(await kit.writeParquet("a.parquet", `SELECT ${RECORD}, ${column}`)),
      ).toContain(`…/a.parquet: the column ${words}.`);
  });

  test("that is cut off, damaged or none is refused", async () => {
    const path = await kit.writeParquet(
      "a.parquet",
      `SELECT n::VARCHAR AS ContactId, 'i' AS InstanceId, ${AT} + n AS StartTime FROM range(20000) r(n)`,
    );
    const bytes = readFileSync(path);
    const damaged = Buffer.from(bytes);
    damaged.fill(0xa5, 200, 9000);
    for (const content of [bytes.subarray(0, bytes.length >> 1), damaged, Buffer.from("PAR1")])
      expect(await kit.refusal(kit.write("b.parquet", content))).toMatch(
        /^…\/b\.parquet (is no Parquet file, or it is damaged|cannot be read)\.$/,
      );
    expect(await kit.refusal(kit.write("c.parquet", "{}"))).toContain("is no Parquet file");
  });
});

describe("a file", () => {
  const LINE = `{"ContactId":"a","InstanceId":"i","StartTime":${AT}}\n`;
  const TABLE = `ContactId,InstanceId,StartTime\na,i,${AT}\n`;

  test("whose name says nothing is known by how it begins", async () => {
    const parquet = await kit.writeParquet(
      "parquet",
      `SELECT 'a' AS ContactId, 'i' AS InstanceId, ${AT} AS StartTime`,
    );
    const paths = [
      parquet,
      kit.write("lines", ` \n${LINE}`),
      kit.write("table.txt", TABLE),
      kit.write("tabs.txt", TABLE.replaceAll(",", "\t")),
      kit.write("packed", gzipSync(`\uFEFF${LINE}`)),
      kit.write("packed.csv.gz", gzipSync(TABLE)),
      kit.write("TABLE.CSV", TABLE),
    ];
    for (const path of paths)
      expect(await kit.imported([path], "ContactId, StartTime"), path).toEqual([["a", String(AT)]]);
    expect(await kit.refusal(kit.write("notes.txt", "Dear all,\n"))).toContain("has no column");
  });

  test("that is packed is compared with its sum, and read to its last part", async () => {
    const lines = Array.from({ length: 2000 }, (_unused, at) => LINE.replace('"a"', `"${at}"`));
    const packed = gzipSync(lines.join(""));
    const flipped = Buffer.from(packed);
    flipped[packed.length - 6] = (flipped[packed.length - 6] ?? 0) ^ 1;
    for (const content of [packed.subarray(0, packed.length - 4), packed.subarray(0, 500), flipped])
      expect(await kit.refusal(kit.write("a.jsonl.gz", content))).toBe(
        "…/a.jsonl.gz is damaged: it cannot be unpacked.",
      );
    const parts = Buffer.concat([packed, gzipSync(LINE)]);
    expect(await kit.imported([kit.write("a.jsonl.gz", parts)], "ContactId")).toHaveLength(2001);
  });

  test("in a folder that reads like a partition has no column of it", async () => {
    const paths = [kit.write("Broker=7/a.jsonl", LINE), kit.write("c0=7/a.csv", TABLE)];
    for (const path of paths)
      expect(await kit.imported([path], "ContactId, Broker")).toEqual([["a", null]]);
  });

  test("wins over those before it, whatever the formats", async () => {
    const parquet = await kit.writeParquet(
      "a.parquet",
      `SELECT 'a' AS ContactId, 'i' AS InstanceId, ${AT} AS StartTime, 'parquet' AS ReleaseReason`,
    );
    const jsonl = kit.write("a.jsonl", LINE.replace("}", ',"ReleaseReason":"jsonl"}'));
    const csv = kit.write(
      "a.csv",
      TABLE.replace("\n", ",ReleaseReason\n").replace(/\n$/, ",csv\n"),
    );
    const last = async (...paths: string[]) => kit.imported(paths, "ReleaseReason");
    expect(await last(jsonl, csv, parquet)).toEqual([["parquet"]]);
    expect(await last(parquet, csv, jsonl)).toEqual([["jsonl"]]);
    expect(await last(parquet, jsonl, csv)).toEqual([["csv"]]);
    await importFiles([parquet], kit.database);
    expect(await kit.stored("ReleaseReason")).toEqual([["parquet"]]);
  });

  test("that is bad is named with those after it, in every format", async () => {
    const parquet = await kit.writeParquet(
      "a.parquet",
      "SELECT 'a' AS ContactId, 'p' AS InstanceId, -1 AS StartTime",
    );
    const good = kit.write("good.jsonl", LINE);
    const bad = kit.write("bad.jsonl", `${LINE}{}\n`);
    expect(await kit.refusal(good, bad, kit.write("a.csv", `${TABLE}b,i\n`), parquet)).toBe(
      [
        "3 records are not a call record in the provider's form.",
        "line 2: ContactId is missing, InstanceId is missing, StartTime is missing",
        "line 3: has 2 values, and the first row has 3",
        "row 1: StartTime must be a Unix timestamp in milliseconds, of 2000 to 2100",
      ].join("\n"),
    );
  });
});

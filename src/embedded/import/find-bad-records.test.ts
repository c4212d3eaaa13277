import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance, type DuckDBConnection } from "@duckdb/node-api";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openInputFiles } from "./input-files.ts";
import { openRecordFile } from "./open-record-file.ts";
import { createStaging, stageFile } from "./stage-records.ts";

// DuckDB decides whether a file is good; code of ours says where it is not. The two read alike.

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

interface Judgement {
  /** Whether DuckDB takes the file as it is, */
  readonly isPlain: boolean;
  /** or else a copy of its records. */
  readonly isGood: boolean;
  /** Bad records found in it. */
  readonly found: number;
  /** Whether DuckDB read as many records as code of ours, if none is bad. */
  readonly isWhole: boolean;
}

async function judge(name: string, text: string): Promise<Judgement> {
  const path = join(folder, name);
  writeFileSync(path, text);
  const input = await openInputFiles([path]);
  try {
    const [first] = input.files;
    if (first === undefined) throw new Error("It was not opened.");
    const file = await openRecordFile(connection, first);
    await connection.run("DROP TABLE IF EXISTS staging");
    await createStaging(connection);
    let isPlain = true;
    const onRewrite = () => (isPlain = false);
    const { isGood, read } = await stageFile(file, 0, { connection, show: 20, onRewrite });
    const rewritten = await file.rewrite?.(20, undefined);
    if (rewritten === undefined) throw new Error("It is not rewritten.");
    const found = rewritten.bad.count;
    const lines = readFileSync(rewritten.path, "utf8").split("\n").length - 1;
    return { isPlain, isGood, found, isWhole: !isGood || found > 0 || read === lines };
  } finally {
    await input.close();
  }
}

/** A text in which some characters were taken out, put in or replaced. */
function mutated(text: string, alphabet: readonly string[]): fc.Arbitrary<string> {
  const change = fc.tuple(
    fc.nat(text.length),
    fc.constantFrom(0, 1),
    fc.oneof(fc.constant(""), fc.constantFrom(...alphabet)),
  );
  return fc
    .array(change, { minLength: 1, maxLength: 3 })
    .map((changes) =>
      changes.reduce((now, [at, out, put]) => now.slice(0, at) + put + now.slice(at + out), text),
    );
}

const LINE =
  '{"ContactId":"a","InstanceId":"b\\u4e2d","StartTime":1795658460000,"TalkTime":-7.0e0,"Broker":"x","Deep":{"a":[1,{"b":null}]},"RecordingReady":true}';

/** Not JSON by its standard, and taken by DuckDB nevertheless, or the other way about. */
const ODD_LINES = [
  LINE.replace("}", ",}"),
  LINE.replace("null", "[1,],"),
  LINE.replace("-7.0e0", "NaN"),
  LINE.replace('"x"', "-Infinity"),
  LINE.replace('"x"', '"NaN,]"'),
  `\f ${LINE}`,
  `${LINE}\f`,
  LINE.replace('"Broker"', '"Broker":"a","\\u0042roker"'),
  LINE.replace('"x"', '"\\\\ud800"'),
  LINE.replace('"x"', '"\\\\\\ud800"'),
  LINE.replace('"b":null', '"b":null,"b":1'),
];

test("a line is taken exactly if nothing bad is found in it", async () => {
  const alphabet = [
    ...',:{}[]"\\ \t\r\f0.-+eE/x中',
    "NaN",
    "-Infinity",
    "nan",
    "null",
    "\\ud800",
    "\\u0000",
    '"TalkTime":1,',
    '"Deep":1,',
    ",}",
    "\u00a0",
    "\ufeff",
  ];
  await fc.assert(
    fc.asyncProperty(mutated(LINE, alphabet), async (line) => {
      const text = `${LINE}\n${line}\n${LINE}\n`;
      const { isGood, found, isWhole } = await judge("line.jsonl", text);
      expect(isWhole, JSON.stringify(line)).toBe(true);
      expect(found === 0, `${JSON.stringify(line)}: ${isGood ? "taken" : "refused"}`).toBe(isGood);
    }),
    { numRuns: 40, examples: ODD_LINES.map((line) => [line]) },
  );
});

const TABLE =
  'ContactId,InstanceId,StartTime,Broker\na,b,1795658460000,"x ""y"" z"\n"c\nd",b,1795658460001,\n\ne,"b",1795658460002,"1,2"\nf,b,1795658460003,z\n';

test.each(["\n", "\r\n"])("of a refused table with %j something is named", async (lineBreak) => {
  const table = TABLE.replaceAll("\n", lineBreak);
  const begin = table.indexOf(lineBreak) + lineBreak.length;
  const alphabet = [...',,""\n\r \t\'x\\#;中', '""', '"\n', lineBreak, lineBreak + lineBreak];
  await fc.assert(
    fc.asyncProperty(mutated(table.slice(begin), alphabet), async (rows) => {
      const { isPlain, isGood, found, isWhole } = await judge(
        "table.csv",
        table.slice(0, begin) + rows,
      );
      expect(isWhole, JSON.stringify(rows)).toBe(true);
      // DuckDB takes some forms that RFC 4180 does not know, such as `"a" "b"`.
      expect(isPlain || (found === 0) === isGood, JSON.stringify(rows)).toBe(true);
    }),
    { numRuns: 40 },
  );
});

import { execFile } from "node:child_process";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { DuckDBInstance } from "@duckdb/node-api";
import {
  RECORD_FIELD_NAMES,
  RECORD_FIELDS,
  type FieldKind,
} from "#contract/record/record-fields.ts";
import { wireName } from "#contract/upstream/wire-record.ts";
import { measureInTurn, quantile, type Samples } from "./measure.ts";
import { generateJsonl } from "../kit/generate-jsonl.ts";

const RECORDS = 1_000_000;
const ROUNDS = 5;
const GOAL_PER_SECOND = 150_000;

const PARQUET_TYPES = {
  text: "VARCHAR",
  phone: "VARCHAR",
  enum: "VARCHAR",
  list: "VARCHAR",
  instant: "BIGINT",
  seconds: "INTEGER",
  integer: "INTEGER",
  boolean: "BOOLEAN",
} as const satisfies Record<FieldKind, string>;

/** Writes the records of a file of JSON lines as CSV and Parquet beside it. */
async function convert(jsonl: string, to: { csv: string; parquet: string }): Promise<void> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const columns = RECORD_FIELD_NAMES.map(
    (field) => `${wireName(field)}: '${PARQUET_TYPES[RECORD_FIELDS[field]]}'`,
  );
  const records = `read_json('${jsonl}', format = 'newline_delimited', columns = {${columns.join(", ")}})`;
  await connection.run(`COPY (FROM ${records}) TO '${to.csv}' (FORMAT csv, HEADER)`);
  await connection.run(`COPY (FROM ${records}) TO '${to.parquet}' (FORMAT parquet)`);
  instance.closeSync();
}

/** Imports into a new database by the command itself, as its own process. */
async function runImport(file: string, database: string): Promise<void> {
  await rm(database, { force: true });
  const { stdout } = await promisify(execFile)(process.execPath, [
    "--import",
    "tsx",
    "src/embedded/import-command.ts",
    file,
    "--database",
    database,
  ]);
  if (!stdout.includes(`${RECORDS.toLocaleString("en-US")} records read`))
    throw new Error("not all records were read");
}

const perSecond = (ms: number) => Math.round((RECORDS * 1000) / ms);

function row(samples: Samples, bytes: number): Record<string, string> {
  const words = (share: number) => perSecond(quantile(samples, share)).toLocaleString("en-US");
  return {
    MB: Math.round(bytes / 1e6).toLocaleString("en-US"),
    // On a machine that is busy with other things the quickest run tells more than the median.
    "quickest, records/s": words(0.1),
    "median, records/s": words(0.5),
    runs: String(samples.length),
  };
}

/**
 * How many records a second the import reads into a new database, from the start of the command to
 * its end. A million generated calls in each format, in turn.
 */
export async function benchImport(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "callscope-bench-"));
  try {
    const path = (name: string) => join(folder, name);
    const files = { jsonl: path("a.jsonl"), csv: path("a.csv"), parquet: path("a.parquet") };
    console.log(`Making ${RECORDS.toLocaleString("en-US")} calls …`);
    await generateJsonl(files.jsonl, { lines: RECORDS, seed: 11 });
    await convert(files.jsonl, files);
    const database = path("a.duckdb");
    const samples = await measureInTurn(
      {
        jsonl: () => runImport(files.jsonl, database),
        csv: () => runImport(files.csv, database),
        parquet: () => runImport(files.parquet, database),
      },
      { warmUp: 1, counted: ROUNDS },
    );
    const size = async (file: string) => (await stat(file)).size;
    console.log("Import of a million records, the whole command");
    console.table({
      "JSON lines": row(samples.jsonl, await size(files.jsonl)),
      CSV: row(samples.csv, await size(files.csv)),
      Parquet: row(samples.parquet, await size(files.parquet)),
    });
    const median = perSecond(quantile(samples.jsonl, 0.5)).toLocaleString("en-US");
    console.log(
      `JSON lines: ${median} records/s at the median (goal: ${GOAL_PER_SECOND.toLocaleString("en-US")} or more).`,
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

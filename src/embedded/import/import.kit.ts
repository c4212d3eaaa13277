import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { stringify } from "csv-stringify/sync";
import { sqlLiteral } from "#embedded/database/schema.ts";
import { openEmbeddedDatabase } from "#embedded/open-database.ts";
import { ImportError } from "./import-error.ts";
import { importFiles } from "./import-files.ts";

/** When calls of no particular time start: 2026-11-26 02:00 UTC. */
export const AT = 1_795_658_400_000;

type Texts = Readonly<Record<string, string>>;

/** For tests: files in a folder of their own, imported into a database beside them. */
export interface ImportKit {
  readonly database: string;
  /** @returns the file's path */
  write(name: string, content: string | Buffer): string;
  /** Writes a Parquet file of what the SELECT gives. */
  writeParquet(name: string, select: string): Promise<string>;
  /**
   * Writes records of texts in CSV, TSV, JSON as text and, where it can be written so, bare, and Parquet. Who has
   * no id, instance or start of its own gets one.
   */
  writeEach(...records: readonly Texts[]): Promise<readonly string[]>;
  /** What the database holds, row by row. */
  stored(columns: string): Promise<unknown[][]>;
  /** The same after an import into a new database. */
  imported(paths: readonly string[], columns: string): Promise<unknown[][]>;
  /** What is said where an import is refused, line by line. */
  refusal(...paths: readonly string[]): Promise<string>;
  /** Removes all files. */
  close(): void;
}

export function createImportKit(): ImportKit {
  const folder = mkdtempSync(join(tmpdir(), "callscope-"));
  const database = join(folder, "calls.duckdb");

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

  function write(name: string, content: string | Buffer): string {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return path;
  }

  async function writeParquet(name: string, select: string): Promise<string> {
    const path = join(folder, name);
    const instance = await DuckDBInstance.create(":memory:");
    const connection = await instance.connect();
    await connection.run(`COPY (${select}) TO ${sqlLiteral(path)} (FORMAT parquet)`);
    instance.closeSync();
    return path;
  }

  return {
    database,
    write,
    writeParquet,
    async writeEach(...records) {
      const all = records.map((texts, at): Texts => {
        return { ContactId: `job-${at}`, InstanceId: "i", StartTime: String(AT), ...texts };
      });
      const names = [...new Set(all.flatMap((texts) => Object.keys(texts)))];
      const rows = [names, ...all.map((texts) => names.map((name) => texts[name] ?? ""))];
      const bare = (value: string) =>
        /^-?[1-9]\d*(\.\d+)?(E\+\d+)?$/.test(value) ? value : JSON.stringify(value);
      const bareLine = (texts: Texts) =>
        `{${Object.entries(texts)
          .map(([name, value]) => `"${name}":${bare(value)}`)
          .join(",")}}`;
      const values = rows.slice(1).map((row) => `(${row.map(sqlLiteral).join(", ")})`);
      return [
        write("a.csv", stringify(rows)),
        write("a.tsv", stringify(rows, { delimiter: "\t" })),
        write("a.jsonl", all.map((texts) => JSON.stringify(texts)).join("\n")),
        write("pretty.json", JSON.stringify({ Data: { List: all } }, null, 2)),
        write("bare.jsonl", all.map(bareLine).join("\n")),
        await writeParquet(
          "a.parquet",
          `SELECT * FROM (VALUES ${values.join(", ")}) t(${names.join(", ")})`,
        ),
      ];
    },
    stored,
    async imported(paths, columns) {
      rmSync(database, { force: true });
      await importFiles(paths, database);
      return stored(columns);
    },
    async refusal(...paths) {
      const error: unknown = await importFiles(paths, database).catch((reason: unknown) => reason);
      if (!(error instanceof ImportError)) throw new Error("It was not refused.", { cause: error });
      const bad = (error.badRecords?.shown ?? []).map(
        ({ place, reason }) =>
          `${"line" in place ? `line ${place.line}` : `row ${place.row}`}: ${reason}`,
      );
      return [error.message.replaceAll(folder, "…"), ...bad].join("\n");
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

import { appendFile, copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance, type DuckDBValue } from "@duckdb/node-api";
import { importFiles } from "#embedded/import/import-files.ts";
import { generateJsonl, type JsonlRequest } from "./generate-jsonl.ts";

/** A record in the provider's field names. It has no recording, unless it says otherwise. */
export type WireLine = Readonly<Record<string, string | number | boolean>>;

export interface CallDatabase {
  /** A database for `EMBEDDED_DATABASE`, imported as the import command does. */
  readonly file: string;
  /** Asks the same records directly; parameters are `$1`, `$2`, … */
  sql(text: string, params?: readonly DuckDBValue[]): Promise<DuckDBValue[][]>;
  remove(): Promise<void>;
}

/**
 * Generated calls, and `more`, in a database that a server can open while the test asks a copy.
 *
 * @param change SQL, for what a service may have stored and an import would make its own
 */
export async function createCallDatabase(
  request: JsonlRequest,
  more: readonly WireLine[] = [],
  change?: string,
): Promise<CallDatabase> {
  const folder = await mkdtemp(join(tmpdir(), "callscope-calls-"));
  const lines = join(folder, "calls.jsonl");
  const file = join(folder, "calls.duckdb");
  await generateJsonl(lines, request);
  // Of what is not said the recording itself is asked for, and the browser logs that there is none.
  const planted = more.map((line) => ({ RecordingReady: false, ...line }));
  await appendFile(lines, planted.map((line) => `${JSON.stringify(line)}\n`).join(""));
  await importFiles([lines], file);
  if (change !== undefined) {
    const changed = await DuckDBInstance.create(file);
    await (await changed.connect()).run(change);
    changed.closeSync();
  }
  // A file that is open to one process is closed to all others.
  const copy = join(folder, "copy.duckdb");
  await copyFile(file, copy);
  const instance = await DuckDBInstance.create(copy, { access_mode: "READ_ONLY" });
  const connection = await instance.connect();
  return {
    file,
    async sql(text, params = []) {
      const reader = await connection.runAndReadAll(text, [...params]);
      return reader.getRows();
    },
    async remove() {
      connection.closeSync();
      instance.closeSync();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

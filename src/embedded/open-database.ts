import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { buildFile, buildInMemory, buildTables } from "./build-database.ts";
import { createDatabase, openInstance, type EmbeddedDatabase } from "./database.ts";
import { sampleContents } from "./sample/sample-database.ts";

export interface OpenDatabaseRequest {
  /** Opened if it is there, made with sample data if not. Without it the sample is in memory. */
  readonly file?: string | undefined;
  readonly sampleRecords: number;
  /** The same seed gives the same calls. */
  readonly sampleSeed?: string | number | undefined;
  /** Over how many days the sample is spread. */
  readonly sampleDays?: number | undefined;
  /** IANA name: whose working hours the sample keeps. */
  readonly timeZone: string;
  readonly now?: (() => number) | undefined;
  /** Told how many of the sample's calls are made. */
  readonly onProgress?: ((done: number) => void) | undefined;
}

const DEFAULT_SEED = "callscope";

/**
 * Opens the database of the embedded upstream.
 *
 * @throws DatabaseError where the file is in use, damaged or not a database of this version
 */
export async function openEmbeddedDatabase(
  request: OpenDatabaseRequest,
): Promise<EmbeddedDatabase> {
  const { file, now = Date.now } = request;
  if (file !== undefined && existsSync(file)) return createDatabase(await openInstance(file), file);
  const sample = sampleContents({
    records: request.sampleRecords,
    seed: String(request.sampleSeed ?? DEFAULT_SEED),
    days: request.sampleDays,
    timeZone: request.timeZone,
    now: now(),
    onProgress: request.onProgress,
  });
  if (file === undefined) return createDatabase(await buildInMemory(sample), undefined);
  await mkdir(dirname(file), { recursive: true });
  await buildFile(file, (connection) => buildTables(connection, sample));
  return createDatabase(await openInstance(file), file);
}

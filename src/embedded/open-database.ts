import { existsSync } from "node:fs";
import {
  buildFile,
  buildInMemory,
  buildTables,
  type DatabaseContents,
} from "./database/build-database.ts";
import { canWrite, checkMagic, checkPlace, makePlace } from "./database/database-place.ts";
import { createDatabase, openInstance, type EmbeddedDatabase } from "./database/database.ts";
import { interruptOn } from "./database/interrupt-on.ts";
import { makeFailure } from "./database/out-of-room.ts";
import { writeSampleOrigin, type SampleOrigin } from "./database/sample-origin.ts";
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
  /** Told when all of them are made and the index is begun. */
  readonly onIndex?: (() => void) | undefined;
  /** Aborted while the sample is made, it ends that: what was made of a file is removed. */
  readonly signal?: AbortSignal | undefined;
}

const DEFAULT_SEED = "callscope";

/** From what the sample of this request is made. */
export function sampleOriginOf(
  request: Pick<OpenDatabaseRequest, "sampleRecords" | "sampleSeed">,
): SampleOrigin {
  return { records: request.sampleRecords, seed: String(request.sampleSeed ?? DEFAULT_SEED) };
}

function contentsOf(request: OpenDatabaseRequest, built: AbortSignal): DatabaseContents {
  const { now = Date.now, signal, onProgress, onIndex } = request;
  const origin = sampleOriginOf(request);
  const sample = sampleContents({
    ...origin,
    days: request.sampleDays,
    timeZone: request.timeZone,
    now: now(),
    onProgress(done) {
      signal?.throwIfAborted();
      onProgress?.(done);
    },
  });
  return {
    ...sample,
    async fill(connection) {
      await writeSampleOrigin(connection, origin);
      await sample.fill(connection);
      // The index is one long statement.
      interruptOn(connection, { from: signal, until: built });
      onIndex?.();
      signal?.throwIfAborted();
    },
  };
}

async function openFile(file: string): Promise<EmbeddedDatabase> {
  await checkPlace(file);
  await checkMagic(file);
  const access = (await canWrite(file)) ? "read-write" : "read-only";
  return createDatabase(await openInstance(file, access), file);
}

async function makeFile(file: string, contents: DatabaseContents): Promise<void> {
  try {
    await makePlace(file);
    await buildFile(file, (connection) => buildTables(connection, contents));
  } catch (error) {
    throw makeFailure(file, error);
  }
}

/**
 * Opens the database of the embedded upstream.
 *
 * @throws DatabaseError where the file is in use, damaged or not a database of this version, or
 *   cannot be made
 * @throws the signal's reason, once that is aborted
 */
export async function openEmbeddedDatabase(
  request: OpenDatabaseRequest,
): Promise<EmbeddedDatabase> {
  const { file, signal } = request;
  if (file !== undefined && existsSync(file)) return openFile(file);
  const built = new AbortController();
  const contents = contentsOf(request, built.signal);
  try {
    if (file === undefined) return await createDatabase(await buildInMemory(contents), undefined);
    await makeFile(file, contents);
  } catch (error) {
    // A statement that was interrupted says so in DuckDB's words.
    signal?.throwIfAborted();
    throw error;
  } finally {
    built.abort();
  }
  // Too late to stop anything: the file is whole.
  signal?.throwIfAborted();
  return openFile(file);
}

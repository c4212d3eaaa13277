import type { DuckDBConnection } from "@duckdb/node-api";
import { buildFile, buildTables } from "#embedded/database/build-database.ts";
import { makePlace } from "#embedded/database/database-place.ts";
import { interruptOn } from "#embedded/database/interrupt-on.ts";
import { makeFailure } from "#embedded/database/out-of-room.ts";
import { createDictionaries } from "#embedded/database/schema.ts";
import { findBadRecords, SHOWN } from "./find-bad-records.ts";
import { ImportError } from "./import-error.ts";
import { watchProgress, type OnImportProgress, type ProgressWatch } from "./import-progress.ts";
import { openInputFiles, type InputFile } from "./input-files.ts";
import { dropRepeated, mergeRecords } from "./merge-records.ts";
import { openRecordFile } from "./open-record-file.ts";
import {
  attachPrevious,
  detachPrevious,
  readPrevious,
  type PreviousRecords,
} from "./previous-records.ts";
import { readCounts } from "./read-counts.ts";
import type { ReadDeps, RecordFile } from "./record-file.ts";
import { refuseSharedIds } from "./shared-ids.ts";
import { createStaging, stageFile } from "./stage-records.ts";
import type { TextEncoding } from "./text-encoding.ts";

export interface ImportReport {
  /** Records read. */
  readonly read: number;
  /** The same of each file, in the order given. */
  readonly files: readonly {
    readonly name: string;
    readonly read: number;
    readonly encoding: TextEncoding;
  }[];
  /** From the first start of a call read to the last, ms. */
  readonly span: { readonly from: number; readonly to: number };
  /** Records of the database that one read replaced, or a later one of the same import. */
  readonly replaced: number;
  /** Records that the database holds now. */
  readonly total: number;
  readonly instanceIds: readonly string[];
  /** Names in the files that are no field of a call record; they were left out. */
  readonly unknownFields: readonly string[];
}

export interface ImportDeps {
  /** Aborted, it ends the import; the database is as it was. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: OnImportProgress | undefined;
}

const NOTHING: PreviousRecords = { count: 0, instances: [] };

async function openRecordFiles(
  connection: DuckDBConnection,
  inputs: readonly InputFile[],
): Promise<readonly RecordFile[]> {
  const files: RecordFile[] = [];
  for (const input of inputs) files.push(await openRecordFile(connection, input));
  return files;
}

interface StagingDeps extends ReadDeps {
  readonly watch: ProgressWatch;
  /** Whether a database is attached whose records stay. */
  readonly hasPrevious: boolean;
}

/** @returns how many records each file has */
async function stage(
  files: readonly RecordFile[],
  { watch, hasPrevious, ...deps }: StagingDeps,
): Promise<readonly number[]> {
  const { connection, signal } = deps;
  await createStaging(connection);
  const reads: number[] = [];
  let hasRepeated = files.length > 1;
  for (const [ordinal, file] of files.entries()) {
    watch.begin({ phase: "read", file: file.name, bytes: file.bytes, rows: file.aboutRows });
    const staged = await stageFile(file, ordinal, {
      ...deps,
      show: SHOWN,
      onRewrite: () => watch.begin({ phase: "rewrite", file: file.name, bytes: file.bytes }),
    });
    signal?.throwIfAborted();
    if (!staged.isGood) {
      watch.begin({ phase: "explain" });
      // The files before it are good.
      throw await findBadRecords(files.slice(ordinal), staged, signal);
    }
    if (staged.hasZeroedIds)
      throw new ImportError(
        `${file.name}: too many ContactIds of more than 15 digits end in zeros. A spreadsheet or program has made numbers of them: save the column as text and export again.`,
      );
    hasRepeated ||= staged.hasRepeated;
    reads.push(staged.read);
  }
  watch.begin({ phase: "merge" });
  await refuseSharedIds(files, { connection, signal, hasRepeated, hasPrevious });
  if (hasRepeated) await dropRepeated(connection);
  return reads;
}

async function build(
  connection: DuckDBConnection,
  inputs: readonly InputFile[],
  database: string,
  { watch, signal }: { watch: ProgressWatch; signal: AbortSignal | undefined },
): Promise<ImportReport> {
  const files = await openRecordFiles(connection, inputs);
  const hasPrevious = await attachPrevious(connection, database);
  const reads = await stage(files, { connection, signal, watch, hasPrevious });
  const read = reads.reduce((sum, rows) => sum + rows, 0);
  if (read === 0) throw new ImportError("There is no record in these files.");
  const [from = 0, to = 0] = await readCounts(
    connection,
    "SELECT min(StartTime), max(StartTime) FROM staging",
  );
  const previous = hasPrevious ? await readPrevious(connection) : NOTHING;
  const { total, instanceIds, present, insertSql } = await mergeRecords(connection, hasPrevious);
  const nameOf = new Map(previous.instances.map(({ id, name }) => [id, name]));
  await buildTables(connection, {
    origin: "import",
    instances: instanceIds.map((id) => ({ id, name: nameOf.get(id) ?? id })),
    dictionaries: createDictionaries(instanceIds, present),
    async fill() {
      watch.begin({ phase: "sort" });
      await connection.run(insertSql);
      await connection.run("DROP TABLE staging");
      if (hasPrevious) await detachPrevious(connection);
      watch.begin({ phase: "index" });
    },
  });
  return {
    read,
    files: inputs.map(({ name, encoding }, at) => ({ name, read: reads[at] ?? 0, encoding })),
    span: { from, to },
    replaced: previous.count + read - total,
    total,
    instanceIds,
    unknownFields: [...new Set(files.flatMap(({ unknownFields }) => unknownFields))],
  };
}

/**
 * Loads files of call records in the provider's field names (JSON, CSV or Parquet) into the
 * database, which is made if it is not there. A record whose ContactId is known replaces the one
 * before. Either all of the files are in afterwards, or the database is as it was.
 *
 * @throws ImportError where a file or a record is not good
 * @throws DatabaseError where the database is in use, holds sample data, is none or cannot be written
 * @throws the signal's reason, once that is aborted
 */
export async function importFiles(
  names: readonly string[],
  database: string,
  { signal, onProgress = () => undefined }: ImportDeps = {},
): Promise<ImportReport> {
  const ended = new AbortController();
  try {
    const input = await openInputFiles(names, {
      signal,
      onCopy: (file, bytes, fraction) => onProgress({ phase: "copy", file, bytes, fraction }),
    });
    try {
      await makePlace(database);
      return await buildFile(database, async (connection) => {
        signal?.throwIfAborted();
        interruptOn(connection, { from: signal, until: ended.signal });
        const watch = await watchProgress(connection, onProgress);
        try {
          const report = await build(connection, input.files, database, { watch, signal });
          signal?.throwIfAborted();
          return report;
        } finally {
          watch.end();
        }
      });
    } finally {
      await input.close();
    }
  } catch (error) {
    // What was interrupted says so in words of its own.
    signal?.throwIfAborted();
    throw makeFailure(database, error);
  } finally {
    ended.abort();
  }
}

import type { DuckDBConnection } from "@duckdb/node-api";
import { RECORD_FIELD_NAMES } from "#contract/record/record-fields.ts";
import { wireName } from "#contract/upstream/wire-record.ts";
import { isOutOfRoom } from "#embedded/database/out-of-room.ts";
import { columnType, isDictionaryField } from "#embedded/database/schema.ts";
import { judgedSql } from "./judge-sql.ts";
import { readCounts } from "./read-counts.ts";
import type { ReadDeps, RecordFile } from "./record-file.ts";

/** The columns of `records`, enums still as text; then how good a record is and which file's. */
const COLUMNS = RECORD_FIELD_NAMES.map(
  (field) => `${wireName(field)} ${isDictionaryField(field) ? "VARCHAR" : columnType(field)}`,
).join(", ");
const CREATE_SQL = `CREATE TEMP TABLE staging (${COLUMNS}, Verdict BOOLEAN, File INTEGER)`;

export interface StagedFile {
  readonly read: number;
  /** Whether every record is good. */
  readonly isGood: boolean;
  readonly hasRepeated: boolean;
  /** What DuckDB said of a file that is not good, if it said anything. It quotes the file. */
  readonly cause?: unknown;
}

interface Survey extends StagedFile {
  /** Records of which a text may be an object or a list. */
  readonly suspects: number;
}

/** Makes the temporary table `staging`, empty. */
export async function createStaging(connection: DuckDBConnection): Promise<void> {
  await connection.run(CREATE_SQL);
}

/**
 * Reads a file into `staging`.
 *
 * @param inOrder whether a later record also lies behind an earlier one. It does not where the parts
 *   of a file are taken as they come, and that is half as quick again.
 */
async function load(
  connection: DuckDBConnection,
  file: RecordFile,
  ordinal: number,
  { select, inOrder }: { select: string; inOrder: boolean },
): Promise<Survey> {
  await connection.run(`SET preserve_insertion_order = ${inOrder}`);
  try {
    await connection.run(
      `INSERT INTO staging SELECT *, ${ordinal} FROM (${judgedSql(select, file)})`,
    );
  } finally {
    await connection.run("RESET preserve_insertion_order");
  }
  const [read = 0, bad = 0, suspects = 0, distinct = 0] = await readCounts(
    connection,
    `SELECT count(*), count(*) FILTER (NOT Verdict), count(*) FILTER (Verdict IS NULL), count(DISTINCT ContactId) FROM staging WHERE File = ${ordinal}`,
  );
  return { read, isGood: bad === 0, hasRepeated: distinct < read, suspects };
}

/**
 * Reads a file into `staging`, behind the files before it.
 *
 * @param ordinal of the file among all; a repeated one would be taken for the same file
 */
export async function stageFile(
  file: RecordFile,
  ordinal: number,
  deps: ReadDeps,
): Promise<StagedFile> {
  const { connection } = deps;
  const again = () => connection.run(`DELETE FROM staging WHERE File = ${ordinal}`);
  let failed: StagedFile = { read: 0, isGood: false, hasRepeated: false };
  for (const select of file.selects) {
    try {
      let survey = await load(connection, file, ordinal, { select, inOrder: false });
      if (survey.isGood && survey.hasRepeated) {
        // Of these the last is to stay: now it matters which that is.
        await again();
        survey = await load(connection, file, ordinal, { select, inOrder: true });
      }
      if (survey.isGood)
        return { ...survey, isGood: !(await file.hidesFault(survey.suspects, deps)) };
      failed = survey;
    } catch (cause) {
      if (isOutOfRoom(cause)) throw cause;
      failed = { ...failed, cause };
    }
    await again();
  }
  return failed;
}

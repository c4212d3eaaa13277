import type { DuckDBConnection } from "@duckdb/node-api";
import { RECORD_FIELD_NAMES } from "#contract/record/record-fields.ts";
import { wireName } from "#contract/upstream/wire-record.ts";
import { isOutOfRoom } from "#embedded/database/out-of-room.ts";
import { columnType, isDictionaryField } from "#embedded/database/schema.ts";
import { textLinesSql } from "./json-file.ts";
import { judgedSql } from "./judge-sql.ts";
import { readCounts } from "./read-counts.ts";
import type { BadRecords, ReadDeps, RecordFile } from "./record-file.ts";

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
  /** Whether its contact ids are numbers, of some of which a spreadsheet has made the last digits zeros. */
  readonly hasZeroedIds?: boolean;
  /** What DuckDB said of a file that is not good, if it said anything. It quotes the file. */
  readonly cause?: unknown;
  /** The bad records of a file that is not good, where they were met. */
  readonly bad?: BadRecords;
}

export interface StageDeps extends ReadDeps {
  /** How many bad records are told of. */
  readonly show: number;
  /** Told that DuckDB could not read the file as it is, and each record is read by code of ours. */
  readonly onRewrite?: () => void;
}

interface Survey extends StagedFile {
  /** Records whose texts do not tell whether they are good. */
  readonly doubtful: number;
}

/** Makes the temporary table `staging`, empty. */
export async function createStaging(connection: DuckDBConnection): Promise<void> {
  await connection.run(CREATE_SQL);
}

/** Spreadsheets keep fifteen digits of a number. */
const KEPT_DIGITS = 15;
const IS_LONG = `ContactId < ':' AND strlen(ContactId) > ${KEPT_DIGITS} AND regexp_full_match(ContactId, '\\d+')`;
const IS_ZEROED = `regexp_full_match(substr(ContactId, ${KEPT_DIGITS + 1}), '0+')`;

/**
 * Whether more ids end in zeros, behind the digits that a spreadsheet keeps, than do by chance: the fewer
 * digits are behind them the more do.
 *
 * @param expected how many do by chance
 */
function areTooMany(zeroed: number, expected: number): boolean {
  // Four times what it varies by; and three are chance even where hardly one is expected, unless they are long.
  return zeroed > expected + 4 * Math.sqrt(expected) + (expected < 0.001 ? 0 : 2);
}

interface Select {
  readonly select: string;
  readonly doubtSql?: string | undefined;
  /** Whether code of ours wrote it. */
  readonly isTidy?: boolean;
}

async function empty(connection: DuckDBConnection, ordinal: number): Promise<void> {
  await connection.run(`DELETE FROM staging WHERE File = ${ordinal}`);
}

/**
 * Reads a file into `staging`.
 *
 * @param inOrder whether a later record also lies behind an earlier one. It does not where the parts
 *   of a file are taken as they come, and that is half as quick again.
 */
async function load(
  connection: DuckDBConnection,
  ordinal: number,
  { select, inOrder, ...options }: Select & { inOrder: boolean },
): Promise<Survey> {
  await connection.run(`SET preserve_insertion_order = ${inOrder}`);
  try {
    await connection.run(
      `INSERT INTO staging SELECT *, ${ordinal} FROM (${judgedSql(select, options)})`,
    );
  } finally {
    await connection.run("RESET preserve_insertion_order");
  }
  const [read = 0, bad = 0, doubtful = 0, distinct = 0, zeroed = 0, expected = 0] =
    await readCounts(
      connection,
      `SELECT count(*), count(*) FILTER (NOT Verdict), count(*) FILTER (Verdict IS NULL), count(DISTINCT ContactId),
        count(*) FILTER (${IS_LONG} AND ${IS_ZEROED}), coalesce(sum(pow(0.1, strlen(ContactId) - ${KEPT_DIGITS})) FILTER (${IS_LONG}), 0)
        FROM staging WHERE File = ${ordinal}`,
    );
  return {
    read,
    isGood: bad === 0,
    hasRepeated: distinct < read,
    hasZeroedIds: areTooMany(zeroed, expected),
    doubtful,
  };
}

/** As `load`, with the last of repeated records behind the others. */
async function loadForGood(
  connection: DuckDBConnection,
  ordinal: number,
  select: Select,
): Promise<Survey> {
  const survey = await load(connection, ordinal, { ...select, inOrder: false });
  if (!survey.isGood || !survey.hasRepeated) return survey;
  // Of these the last is to stay: now it matters which that is.
  await empty(connection, ordinal);
  return load(connection, ordinal, { ...select, inOrder: true });
}

/**
 * Reads a file into `staging`, behind the files before it: as it is, or where that does not succeed
 * from a copy of its records, written one by one.
 *
 * @param ordinal of the file among all; a repeated one would be taken for the same file
 */
export async function stageFile(
  file: RecordFile,
  ordinal: number,
  deps: StageDeps,
): Promise<StagedFile> {
  const { connection, signal, show, onRewrite } = deps;
  let failed: StagedFile = { read: 0, isGood: false, hasRepeated: false };

  async function tryToLoad(
    select: Select,
    hidesFault: (survey: Survey) => Promise<boolean>,
  ): Promise<StagedFile | undefined> {
    try {
      const survey = await loadForGood(connection, ordinal, select);
      if (survey.isGood && !(await hidesFault(survey))) return survey;
      failed = { ...survey, isGood: false };
    } catch (cause) {
      if (isOutOfRoom(cause)) throw cause;
      failed = { read: 0, isGood: false, hasRepeated: false, cause };
    }
    await empty(connection, ordinal);
    return undefined;
  }

  for (const select of file.selects) {
    const staged = await tryToLoad({ select, doubtSql: file.doubtSql }, ({ doubtful }) =>
      file.hidesFault(doubtful, deps),
    );
    if (staged !== undefined) return staged;
    // Read without stumbling: the next would read the same.
    if (failed.cause === undefined) break;
  }
  signal?.throwIfAborted();
  onRewrite?.();
  const { path, bad } = await file.rewrite(show, signal);
  if (bad.count > 0) return { ...failed, bad };
  const tidy = { select: textLinesSql(path), isTidy: true };
  return (await tryToLoad(tidy, () => Promise.resolve(false))) ?? failed;
}

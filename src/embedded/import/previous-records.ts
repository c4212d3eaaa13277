import { existsSync } from "node:fs";
import type { DuckDBConnection } from "@duckdb/node-api";
import { RECORD_FIELD_NAMES } from "#contract/record/record-fields.ts";
import { wireName } from "#contract/upstream/wire-record.ts";
import { DatabaseError, openError } from "#embedded/database/database-error.ts";
import { checkMagic } from "#embedded/database/database-place.ts";
import { readOrigin } from "#embedded/database/read-origin.ts";
import { isDictionaryField, sqlLiteral } from "#embedded/database/schema.ts";
import type { Instance } from "#upstream/store/record-store.ts";
import { readCounts } from "./read-counts.ts";

const CATALOG = "previous";
/** The attached records, all of them. */
export const PREVIOUS_TABLE = `${CATALOG}.records`;

/** As in `staging`, enums are text. */
const COLUMNS = RECORD_FIELD_NAMES.map((field) =>
  isDictionaryField(field) ? `p.${wireName(field)}::VARCHAR` : `p.${wireName(field)}`,
).join(", ");

/** The attached records that no staged one replaces. */
export const PREVIOUS_SQL = `SELECT ${COLUMNS} FROM ${PREVIOUS_TABLE} p ANTI JOIN staging s ON p.ContactId = s.ContactId`;

export interface PreviousRecords {
  /** Those that were there before, replaced ones included. */
  readonly count: number;
  readonly instances: readonly Instance[];
}

/**
 * Attaches the database `file`, if it is there, to read its records later.
 *
 * @throws DatabaseError where it is in use, holds sample data or is no database
 */
export async function attachPrevious(connection: DuckDBConnection, file: string): Promise<boolean> {
  if (!existsSync(file)) return false;
  await checkMagic(file);
  try {
    // Not read-only: it takes the lock, so that no server goes on answering from a file that is gone.
    await connection.run(`ATTACH ${sqlLiteral(file)} AS ${CATALOG}`);
  } catch (cause) {
    throw openError(file, cause);
  }
  if ((await readOrigin(connection, file, CATALOG)) === "sample")
    throw new DatabaseError(
      "database_origin",
      `${file} holds sample data, which is never mixed with imported records. Remove it, or name another with --database.`,
    );
  await connection.run(`CHECKPOINT ${CATALOG}`);
  return true;
}

/** How many records are attached, and of which instances. */
export async function readPrevious(connection: DuckDBConnection): Promise<PreviousRecords> {
  const [count = 0] = await readCounts(connection, `SELECT count(*) FROM ${PREVIOUS_TABLE}`);
  const listed = await connection.runAndReadAll(`SELECT Id, Name FROM ${CATALOG}.instances`);
  return {
    count,
    instances: listed.getRowsJson().map(([id, name]) => ({ id: String(id), name: String(name) })),
  };
}

/** Lets go of the attached database. */
export async function detachPrevious(connection: DuckDBConnection): Promise<void> {
  await connection.run(`DETACH ${CATALOG}`);
}

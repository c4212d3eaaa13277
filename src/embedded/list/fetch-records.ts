import type { DuckDBValue } from "@duckdb/node-api";
import { RECORD_FIELD_NAMES } from "#contract/record/record-fields.ts";
import { wireName, type WireRecord } from "#contract/upstream/wire-record.ts";
import type { SqlQuery } from "#embedded/database/connection-pool.ts";
import type { EmbeddedDatabase } from "#embedded/database/database.ts";
import type { RecordKey } from "./list-keys.ts";

/**
 * A page sorted by time lies together, and one short scan reads all of it; any other page lies all
 * over the table, and the index finds its records one by one. Measured with 10 million: the scan is
 * the quicker way from about this many records, within about this many rows.
 */
const MANY_KEYS = 25;
const NEAR_ROWS = 65_536;

const NAMES = RECORD_FIELD_NAMES.map(wireName);
const COLUMNS = NAMES.join(", ");
const CONTACT_ID = RECORD_FIELD_NAMES.indexOf("contactId");
const CALL_DURATION = RECORD_FIELD_NAMES.indexOf("callDuration");
const marks = (count: number, from: number) =>
  Array.from({ length: count }, (_unused, index) => `$${from + index}`).join(", ");

function byContactIdSql(contactIds: readonly string[]): SqlQuery {
  return {
    text: `SELECT ${COLUMNS} FROM records WHERE ContactId IN (${marks(contactIds.length, 1)})`,
    params: contactIds,
  };
}

function spread(values: readonly number[]): { least: number; greatest: number } {
  return { least: Math.min(...values), greatest: Math.max(...values) };
}

/** The statement that reads the records of these keys, in any order. */
export function recordsSql(keys: readonly RecordKey[]): SqlQuery {
  const rows = spread(keys.map(({ row }) => row));
  if (keys.length < MANY_KEYS || rows.greatest - rows.least >= NEAR_ROWS)
    return byContactIdSql(keys.map(({ contactId }) => contactId));
  const times = spread(keys.map(({ startTime }) => startTime));
  // The time is what DuckDB skips row groups by; of rows alone it would look into each.
  const text = `SELECT ${COLUMNS} FROM records WHERE StartTime BETWEEN $1 AND $2 AND rowid`;
  const range = [times.least, times.greatest];
  return rows.greatest - rows.least === keys.length - 1
    ? { text: `${text} BETWEEN $3 AND $4`, params: [...range, rows.least, rows.greatest] }
    : {
        text: `${text} IN (${marks(keys.length, 3)})`,
        params: [...range, ...keys.map(({ row }) => row)],
      };
}

/** As the wire has it: no field that is absent, whole numbers as numbers, CallDuration as text. */
function wireRecord(values: readonly DuckDBValue[]): WireRecord {
  const record: Record<string, unknown> = {};
  NAMES.forEach((name, index) => {
    const value = values[index];
    if (value === null || value === undefined) return;
    const plain = typeof value === "bigint" ? Number(value) : value;
    record[name] = index === CALL_DURATION ? String(plain) : plain;
  });
  return record;
}

async function readRecords(
  database: EmbeddedDatabase,
  query: SqlQuery,
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, WireRecord>> {
  const reader = await database.run(query, signal);
  return new Map(
    reader.getRows().map((values) => [String(values[CONTACT_ID]), wireRecord(values)]),
  );
}

/** The records of the keys, in the order of the keys. */
export async function fetchRecords(
  database: EmbeddedDatabase,
  keys: readonly RecordKey[],
  signal?: AbortSignal,
): Promise<readonly WireRecord[]> {
  if (keys.length === 0) return [];
  const records = await readRecords(database, recordsSql(keys), signal);
  return keys.flatMap(({ contactId }) => records.get(contactId) ?? []);
}

/** Records by their contact id, of whatever instance. */
export async function findRecords(
  database: EmbeddedDatabase,
  contactIds: readonly string[],
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, WireRecord>> {
  if (contactIds.length === 0) return new Map();
  return readRecords(database, byContactIdSql(contactIds), signal);
}

/**
 * The record of a contact id, if it is the instance's. The instance is compared here: DuckDB asks
 * its index only where the contact id is all that is asked.
 */
export async function findRecord(
  database: EmbeddedDatabase,
  instance: string,
  contactId: string,
  signal?: AbortSignal,
): Promise<WireRecord | undefined> {
  const record = (await findRecords(database, [contactId], signal)).get(contactId);
  return record?.InstanceId === instance ? record : undefined;
}

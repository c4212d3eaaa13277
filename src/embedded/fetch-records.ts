import type { DuckDBValue } from "@duckdb/node-api";
import { RECORD_FIELD_NAMES } from "#contract/record-fields.ts";
import { wireName, type WireRecord } from "#contract/upstream/wire-record.ts";
import type { SqlQuery } from "./connection-pool.ts";
import type { EmbeddedDatabase } from "./database.ts";
import type { RecordKey } from "./list-keys.ts";

/**
 * A page sorted by time lies together, and one short scan reads all of it; any other page lies all
 * over the table, and the index finds its records one by one. Measured with 10 million: the scan is
 * the faster way from about this many records, within about this many rows.
 */
const MANY_KEYS = 40;
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

/** The statement that reads the records of these keys, in any order. */
export function recordsSql(keys: readonly RecordKey[]): SqlQuery {
  const rows = keys.map(({ row }) => row);
  const [least, greatest] = [Math.min(...rows), Math.max(...rows)];
  if (keys.length < MANY_KEYS || greatest - least >= NEAR_ROWS)
    return byContactIdSql(keys.map(({ contactId }) => contactId));
  return {
    text: `SELECT ${COLUMNS} FROM records WHERE rowid BETWEEN $1 AND $2 AND rowid IN (${marks(rows.length, 3)})`,
    params: [least, greatest, ...rows],
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

/** The records of the keys, in the order of the keys. */
export async function fetchRecords(
  database: EmbeddedDatabase,
  keys: readonly RecordKey[],
): Promise<readonly WireRecord[]> {
  if (keys.length === 0) return [];
  const reader = await database.run(recordsSql(keys));
  const records = new Map(
    reader.getRows().map((values) => [String(values[CONTACT_ID]), wireRecord(values)]),
  );
  return keys.flatMap(({ contactId }) => records.get(contactId) ?? []);
}

/**
 * The record of a contact id, if it is the instance's. The instance is compared here: DuckDB asks
 * its index only where the contact id is all that is asked.
 */
export async function findRecord(
  database: EmbeddedDatabase,
  instance: string,
  contactId: string,
): Promise<WireRecord | undefined> {
  const [values] = (await database.run(byContactIdSql([contactId]))).getRows();
  const record = values === undefined ? undefined : wireRecord(values);
  return record?.InstanceId === instance ? record : undefined;
}

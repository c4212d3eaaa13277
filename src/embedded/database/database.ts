import { DuckDBInstance, type DuckDBConnection } from "@duckdb/node-api";
import { FILTERS } from "#contract/filter/filters.ts";
import { FIELD_ENUMS, type EnumField } from "#contract/record/enums.ts";
import type { Instance, RecordStore } from "#upstream/store/record-store.ts";
import { createConnectionPool, type ConnectionPool, type SqlQuery } from "./connection-pool.ts";
import { damageOf, DatabaseError, openError } from "./database-error.ts";
import { checkHeld, readHeldValues, type HeldValues } from "./held-values.ts";
import { readOrigin } from "./read-origin.ts";
import { createRecordWriter } from "./record-writer.ts";
import type { DataOrigin, StoredRecord } from "./schema.ts";

/** An open database of call records. */
export interface EmbeddedDatabase {
  readonly origin: DataOrigin;
  /** True when the records are generated. */
  readonly isSample: boolean;
  /** In the order in which they are listed. */
  readonly instances: readonly Instance[];
  /** For each choice what may be asked: the documented values and those in the data. */
  readonly choices: RecordStore["choices"];
  readonly run: ConnectionPool["run"];
  /** What a statement came upon that could not be read: from then on what is answered may be less. */
  readonly damage: DatabaseError | undefined;
  /** Whether no statement runs. */
  readonly isIdle: boolean;
  /**
   * Raised by every `append` and `update` once it is committed: whatever was worked out of the
   * records before may be out of date.
   */
  readonly revision: number;
  /**
   * Adds records, all of them or none; a statement that runs meanwhile sees all of them or none.
   * When it resolves they are on the disk.
   *
   * @throws DatabaseError `database_unwritable`; `database_old_values` for a value that was documented
   *   since the database was made
   */
  append(records: readonly StoredRecord[]): Promise<void>;
  /** Runs one statement that changes records, likewise. */
  update(query: SqlQuery): Promise<void>;
  close(): Promise<void>;
}

/**
 * DuckDB on a file, or in memory without one.
 *
 * @throws DatabaseError where the file is in use, damaged or not a database
 */
export async function openInstance(
  file: string | undefined,
  access: "read-write" | "read-only" = "read-write",
): Promise<DuckDBInstance> {
  try {
    return await DuckDBInstance.create(file ?? ":memory:", {
      access_mode: access === "read-only" ? "READ_ONLY" : "AUTOMATIC",
      // Strings of a column's dictionary are then compared once each, not once a row.
      storage_compatibility_version: "latest",
      // Of itself DuckDB looks for a few rows by two scans where one is quicker.
      late_materialization_max_rows: "0",
      // Nothing is ever fetched: not from the network, not from a path in a query.
      autoinstall_known_extensions: "false",
      autoload_known_extensions: "false",
    });
  } catch (cause) {
    throw openError(file ?? "The database in memory", cause);
  }
}

async function readChoices(
  connection: DuckDBConnection,
  held: HeldValues,
): Promise<EmbeddedDatabase["choices"]> {
  const reader = await connection.runAndReadAll(
    "SELECT DISTINCT SatisfactionIndex FROM records WHERE SatisfactionIndex IS NOT NULL",
  );
  const indexes = reader.getRowsJson().map(([value]) => String(value));
  // A database may be older than a value that is documented by now; then no call has it.
  const ofEnum = (field: EnumField) => new Set([...FIELD_ENUMS[field], ...held[field]]);
  return {
    contactType: ofEnum("contactType"),
    contactDisposition: ofEnum("contactDisposition"),
    earlyMediaState: ofEnum("earlyMediaState"),
    satisfactionSurveyChannel: ofEnum("satisfactionSurveyChannel"),
    satisfactionIndex: new Set([...FILTERS.satisfactionIndex.options, ...indexes]),
  };
}

async function readInstances(connection: DuckDBConnection): Promise<Instance[]> {
  const reader = await connection.runAndReadAll("SELECT Id, Name FROM instances ORDER BY rowid");
  return reader.getRowsJson().map(([id, name]) => ({ id: String(id), name: String(name) }));
}

/** What is read once, when the database is opened. */
async function readFacts(instance: DuckDBInstance, name: string) {
  const connection = await instance.connect();
  try {
    const origin = await readOrigin(connection, name);
    const instances = await readInstances(connection);
    const held = await readHeldValues(connection);
    const choices = await readChoices(connection, held);
    // From here on no query reads or writes any other file, whatever it says.
    await connection.run("SET enable_external_access = false");
    return { held, facts: { origin, isSample: origin === "sample", instances, choices } };
  } finally {
    connection.closeSync();
  }
}

/**
 * The database that DuckDB has open. `file` is for messages.
 *
 * @throws DatabaseError where it holds something else than call records of this version
 */
export async function createDatabase(
  instance: DuckDBInstance,
  file: string | undefined,
): Promise<EmbeddedDatabase> {
  const name = file ?? "The database in memory";
  try {
    const { held, facts } = await readFacts(instance, name);
    const pool = await createConnectionPool(instance);
    const writer = await createRecordWriter(instance, name);
    let damage: DatabaseError | undefined;
    return {
      ...facts,
      async run(query, signal) {
        try {
          return await pool.run(query, signal);
        } catch (error) {
          const found = damageOf(name, error);
          damage ??= found;
          throw found ?? error;
        }
      },
      get damage() {
        return damage;
      },
      get isIdle() {
        return pool.isIdle;
      },
      get revision() {
        return writer.revision;
      },
      async append(records) {
        checkHeld(records, held, name);
        await writer.append(records);
      },
      update: writer.update,
      async close() {
        await writer.close();
        await pool.close();
        instance.closeSync();
      },
    };
  } catch (error) {
    // Left open, it would keep the file locked.
    instance.closeSync();
    throw error instanceof DatabaseError ? error : openError(name, error);
  }
}

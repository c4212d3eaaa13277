import type { DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import type { SqlQuery } from "./connection-pool.ts";
import { writeError } from "./database-error.ts";
import { appendRecords } from "./record-appender.ts";
import type { StoredRecord } from "./schema.ts";

/** Changes the records of an open database, one transaction after another. */
export interface RecordWriter {
  /** Raised by every change of a record, once it is committed. */
  readonly revision: number;
  append(records: readonly StoredRecord[]): Promise<void>;
  update(query: SqlQuery): Promise<void>;
  /** Waits for what is being written. What is asked afterwards is refused. */
  close(): Promise<void>;
}

type Change = (connection: DuckDBConnection) => Promise<number>;

/** `name` is the database's, for messages. */
export async function createRecordWriter(
  instance: DuckDBInstance,
  name: string,
): Promise<RecordWriter> {
  const connection = await instance.connect();
  let revision = 0;
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;

  /** @param change returns how many records it changed */
  async function commit(change: Change): Promise<void> {
    let changed: number;
    try {
      await connection.run("BEGIN");
      try {
        changed = await change(connection);
        // In a file, this is where it is written to the disk: in a thread, not in ours.
        await connection.run("COMMIT");
      } catch (error) {
        // A commit that failed has rolled back by itself.
        await connection.run("ROLLBACK").catch(() => undefined);
        throw error;
      }
    } catch (error) {
      throw writeError(name, error);
    }
    if (changed > 0) revision += 1;
  }

  /** One change at a time: two transactions at once could refuse each other. */
  function inTurn(change: Change): Promise<void> {
    if (closed) return Promise.reject(new Error("The database is closed."));
    const mine = last.then(() => commit(change));
    last = mine.catch(() => undefined);
    return mine;
  }

  return {
    get revision() {
      return revision;
    },
    append: (records) =>
      inTurn(async () => {
        await appendRecords(connection, records);
        return records.length;
      }),
    update: ({ text, params }) =>
      inTurn(async () => (await connection.run(text, [...params])).rowsChanged),
    async close() {
      if (closed) return;
      closed = true;
      await last;
      connection.closeSync();
    },
  };
}

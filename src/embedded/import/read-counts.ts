import type { DuckDBConnection } from "@duckdb/node-api";

/** The one row of a statement that counts. */
export async function readCounts(connection: DuckDBConnection, sql: string): Promise<number[]> {
  const reader = await connection.runAndReadAll(sql);
  return (reader.getRows()[0] ?? []).map(Number);
}

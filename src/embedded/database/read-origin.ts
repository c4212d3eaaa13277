import type { DuckDBConnection } from "@duckdb/node-api";
import { damageOf, foreignError, versionError } from "./database-error.ts";
import { SCHEMA_VERSION, type DataOrigin } from "./schema.ts";

/**
 * Whether the open database holds sample data or imported records. `file` is for messages,
 * `catalog` the name it is attached under.
 *
 * @throws DatabaseError where it is not a database of call records of this version
 */
export async function readOrigin(
  connection: DuckDBConnection,
  file: string,
  catalog?: string,
): Promise<DataOrigin> {
  const table = catalog === undefined ? "meta" : `${catalog}.meta`;
  const meta = await connection
    .runAndReadAll(`SELECT Name, Value FROM ${table}`)
    .then((reader) => new Map(reader.getRowsJson().map(([name, value]) => [name, value])))
    .catch((cause: unknown) => {
      throw damageOf(file, cause) ?? foreignError(file, cause);
    });
  if (meta.get("schema-version") !== String(SCHEMA_VERSION)) throw versionError(file);
  return meta.get("origin") === "sample" ? "sample" : "import";
}

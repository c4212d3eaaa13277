import type { DuckDBConnection } from "@duckdb/node-api";
import type { EmbeddedDatabase } from "./database.ts";

/** What a sample was made from: with it the same people and customers can be made again. */
export interface SampleOrigin {
  readonly records: number;
  readonly seed: string;
}

/** Writes it beside the sample's records, while these are made. */
export async function writeSampleOrigin(
  connection: DuckDBConnection,
  { records, seed }: SampleOrigin,
): Promise<void> {
  await connection.run("INSERT INTO meta VALUES ('sample-records', $1), ('sample-seed', $2)", [
    String(records),
    seed,
  ]);
}

/** Undefined for a sample that was made before this was written down. */
export async function readSampleOrigin(
  database: EmbeddedDatabase,
): Promise<SampleOrigin | undefined> {
  const reader = await database.run({ text: "SELECT Name, Value FROM meta", params: [] });
  const meta = new Map(reader.getRows().map(([name, value]) => [String(name), String(value)]));
  const [records, seed] = [meta.get("sample-records"), meta.get("sample-seed")];
  return records === undefined || seed === undefined
    ? undefined
    : { records: Number(records), seed };
}

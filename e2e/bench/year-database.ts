import { existsSync } from "node:fs";
import { join } from "node:path";
import { openEmbeddedDatabase } from "#embedded/open-database.ts";

export const YEAR_DAYS = 365;

/** A database of so many calls of a year up to when it was made: once, for it takes its time. */
export async function yearDatabase(records: number): Promise<string> {
  const file = join(import.meta.dirname, `../../.data/bench-${records}.duckdb`);
  if (existsSync(file)) return file;
  console.log(`Making ${records.toLocaleString("en-US")} calls of ${YEAR_DAYS} days in ${file} …`);
  const database = await openEmbeddedDatabase({
    file,
    sampleRecords: records,
    sampleSeed: "bench",
    sampleDays: YEAR_DAYS,
    timeZone: "Asia/Shanghai",
  });
  await database.close();
  return file;
}

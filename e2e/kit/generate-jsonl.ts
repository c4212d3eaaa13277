import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { RECORD_FIELD_NAMES } from "#contract/record/record-fields.ts";
import { wireName } from "#contract/upstream/wire-record.ts";
import type { StoredRecord } from "#embedded/database/schema.ts";
import { createSample } from "#embedded/sample/sample-database.ts";

export interface JsonlRequest {
  readonly lines: number;
  /** The same seed gives the same file, byte by byte. */
  readonly seed: number | string;
}

/** Fixed, or the same seed would give other calls tomorrow: the end of June 2025 in Shanghai. */
const LAST_CALL_BEFORE = Date.UTC(2025, 5, 30, 16);
const TIME_ZONE = "Asia/Shanghai";

/** A record in the provider's field names, its numbers as the provider writes them. */
function wireLine(record: StoredRecord): string {
  const entries = RECORD_FIELD_NAMES.flatMap((field) => {
    const value = record[field];
    if (value === undefined) return [];
    return [[wireName(field), field === "callDuration" ? String(value) : value]];
  });
  return `${JSON.stringify(Object.fromEntries(entries))}\n`;
}

/** Writes generated call records to `file`, one a line, without holding them all. */
export async function generateJsonl(file: string, { lines, seed }: JsonlRequest): Promise<void> {
  const records = createSample({
    records: lines,
    seed: String(seed),
    timeZone: TIME_ZONE,
    now: LAST_CALL_BEFORE,
  });
  function* text() {
    for (const record of records) yield wireLine(record);
  }
  await pipeline(Readable.from(text()), createWriteStream(file));
}

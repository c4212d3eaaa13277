import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { fileError } from "#embedded/database/database-error.ts";
import type { InputFile } from "./input-files.ts";
import { BadRecordList, goodRecords } from "./judge-records.ts";
import type { FileRecord, RecordFile } from "./record-file.ts";

/** Characters written at once. */
const BATCH = 1 << 20;

/** The records of a file, read anew at each call. */
export type ReadRecords = (signal: AbortSignal | undefined) => AsyncIterable<FileRecord>;

/** Writes the records of a file as DuckDB reads them, or finds the bad ones. */
export function rewriterOf(
  { name, beside }: InputFile,
  records: ReadRecords,
): Pick<RecordFile, "rewrite" | "findBad"> {
  async function* lines(bad: BadRecordList, signal: AbortSignal | undefined) {
    let batch = "";
    for await (const texts of goodRecords(records(signal), bad)) {
      batch += `${JSON.stringify(texts)}\n`;
      if (batch.length < BATCH) continue;
      yield batch;
      batch = "";
    }
    yield batch;
  }
  return {
    async rewrite(show, signal) {
      const path = await beside("lines");
      const bad = new BadRecordList(name, show);
      try {
        await pipeline(lines(bad, signal), createWriteStream(path));
      } catch (cause) {
        throw fileError(path, cause);
      }
      return { path, bad };
    },
    async findBad(show, signal, faultOf) {
      const bad = new BadRecordList(name, show);
      const good = goodRecords(records(signal), bad, faultOf);
      while ((await good.next()).done !== true);
      return bad;
    },
  };
}

import type { DuckDBConnection } from "@duckdb/node-api";
import type { FileFormat } from "./file-format.ts";
import type { InputFile } from "./input-files.ts";
import { openJsonFile } from "./json-file.ts";
import { openParquetFile } from "./parquet-file.ts";
import type { RecordFile } from "./record-file.ts";
import { openTableFile } from "./table-file.ts";

type Open = (input: InputFile, connection: DuckDBConnection) => Promise<RecordFile>;

const OPEN = {
  json: openJsonFile,
  table: openTableFile,
  parquet: (input, connection) => openParquetFile(connection, input),
} as const satisfies Record<FileFormat, Open>;

/** @throws ImportError where the file is not of its format, or lacks a column */
export function openRecordFile(
  connection: DuckDBConnection,
  input: InputFile,
): Promise<RecordFile> {
  return OPEN[input.format](input, connection);
}

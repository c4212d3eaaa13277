import type { DuckDBConnection } from "@duckdb/node-api";
import {
  RECORD_FIELD_NAMES,
  RECORD_FIELDS,
  type FieldKind,
  type RecordField,
} from "#contract/record/record-fields.ts";
import { wireName } from "#contract/upstream/wire-record.ts";
import { isOutOfRoom } from "#embedded/database/out-of-room.ts";
import { sqlLiteral } from "#embedded/database/schema.ts";
import { fieldNamed } from "./field-names.ts";
import { ImportError } from "./import-error.ts";
import { REQUIRED_FIELDS, ruleOf } from "./import-rules.ts";
import type { InputFile } from "./input-files.ts";
import type { FileRecord, RecordFile } from "./record-file.ts";
import { rewriterOf } from "./rewrite-file.ts";
import { isNames } from "./tidy-record.ts";
import { withoutBlanksSql } from "./trim.ts";

const WHOLE = /^U?(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT)$/;
const EXACT = /^(VARCHAR|DOUBLE|DECIMAL\(.*\))$/;

const isWhole = (type: string) => WHOLE.test(type);
const isText = (type: string) => type === "VARCHAR" || type === "BOOLEAN" || isWhole(type);
const isNumber = (type: string) => EXACT.test(type) || isWhole(type);
const isListOfTexts = (type: string) => type.endsWith("[]") && isText(type.slice(0, -2));
const isTimestamp = (type: string) => type.startsWith("TIMESTAMP");

/**
 * What the types of a column may be, each read as text without loss, to be judged as in any other
 * format. A FLOAT holds too few digits for an instant; as a phone number even a DOUBLE would come
 * out as `1.38e10`.
 */
const ACCEPTED = {
  text: isText,
  phone: isText,
  enum: isText,
  list: (type) => isText(type) || isListOfTexts(type),
  instant: (type) => isNumber(type) || isTimestamp(type),
  seconds: (type) => isNumber(type) || type === "FLOAT",
  integer: (type) => isNumber(type) || type === "FLOAT",
  boolean: (type) => type === "BOOLEAN" || type === "VARCHAR",
} as const satisfies Record<FieldKind, (type: string) => boolean>;

const sqlName = (column: string) => `"${column.replaceAll('"', '""')}"`;

/** As {@link joinItems} joins them; who has no name keeps the place. */
function joinedSql(values: string, field: RecordField): string {
  const list = isNames(field)
    ? `(CASE WHEN len(list_filter(${values}, lambda item: item IS NOT NULL)) > 0 THEN list_transform(${values}, lambda item: coalesce(item, '')) END)`
    : values;
  const plain = `list_transform(${list}, lambda item: replace(item, ',', '，'))`;
  return `array_to_string(CASE WHEN len(${list}) > 1 THEN ${plain} ELSE ${list} END, ',')`;
}

/** A timestamp as ms since the epoch, what is finer left out; one without a zone is taken for UTC. */
function textSql(field: RecordField, column: string, type: string): string {
  if (isListOfTexts(type)) return joinedSql(`${column}::VARCHAR[]`, field);
  if (!isTimestamp(type)) return `${column}::VARCHAR`;
  return `epoch_ms(${type === "TIMESTAMP WITH TIME ZONE" ? column : `${column}::TIMESTAMP`})::VARCHAR`;
}

async function readRows(connection: DuckDBConnection, sql: string): Promise<string[][]> {
  const reader = await connection.runAndReadAll(sql);
  return reader
    .getRowsJson()
    .map((row) => row.map((value) => (value === null ? "" : String(value))));
}

interface Column {
  /** As the file has it. */
  readonly name: string;
  readonly type: string;
}

/** By the provider's name of the field. */
type Columns = ReadonlyMap<string, Column>;

function columnsOf(name: string, columns: readonly Column[]): Columns {
  const found = new Map<string, Column>();
  for (const column of columns) {
    const field = fieldNamed(column.name);
    if (field === undefined) continue;
    if (found.has(field)) throw new ImportError(`${name} names the column ${field} twice.`);
    found.set(field, column);
  }
  const missing = REQUIRED_FIELDS.map(wireName).filter((field) => !found.has(field));
  if (missing.length > 0) throw new ImportError(`${name} has no column ${missing.join(", ")}.`);
  for (const field of RECORD_FIELD_NAMES) {
    const type = found.get(wireName(field))?.type;
    if (type === undefined || ACCEPTED[RECORD_FIELDS[field]](type)) continue;
    // Of a STRUCT the kind is enough: the rest names what is in it.
    const [kind = ""] = type.split("(");
    throw new ImportError(
      `${name}: the column ${wireName(field)} cannot be read from ${kind}.${cureOf(RECORD_FIELDS[field], kind)}`,
    );
  }
  return found;
}

/** What to do about a type that cannot be read, where that is not plain. */
function cureOf(kind: FieldKind, type: string): string {
  if (kind === "instant") return " Write it as BIGINT (milliseconds) or TIMESTAMP.";
  return /^(FLOAT|DOUBLE|DECIMAL)$/.test(type)
    ? " Such numbers lose digits and zeros: write it as text."
    : "";
}

function readSql(path: string, columns: Columns): string {
  const fieldSql = (field: RecordField) => {
    const column = columns.get(wireName(field));
    if (column === undefined) return `NULL::VARCHAR AS ${wireName(field)}`;
    const text = textSql(field, sqlName(column.name), column.type);
    // Around numbers DuckDB knows fewer blanks than we do, and there is no second reading.
    const isBlankPossible = column.type === "VARCHAR" && !ruleOf(field).isText;
    return `${isBlankPossible ? withoutBlanksSql(text) : text} AS ${wireName(field)}`;
  };
  const fields = RECORD_FIELD_NAMES.map(fieldSql).join(", ");
  return `SELECT ${fields}, file_row_number + 1 AS RowNumber FROM read_parquet(${sqlLiteral(path)}, file_row_number = true, hive_partitioning = false)`;
}

/**
 * Parquet with columns of the fields' names.
 *
 * @throws ImportError where it is none, or a column is missing or of a type that cannot be read
 */
export async function openParquetFile(
  connection: DuckDBConnection,
  input: InputFile,
): Promise<RecordFile> {
  const { name, path, bytes } = input;
  const read = (sql: string) =>
    readRows(connection, sql).catch((cause: unknown) => {
      throw damage(name, cause);
    });
  const source = sqlLiteral(path);
  const described = await read(
    `DESCRIBE SELECT * FROM read_parquet(${source}, hive_partitioning = false)`,
  );
  const columns = described.map(([column = "", type = ""]): Column => ({ name: column, type }));
  const fields = columnsOf(name, columns);
  const [[rows] = []] = await read(`SELECT num_rows FROM parquet_file_metadata(${source})`);
  const select = readSql(path, fields);
  return {
    name,
    bytes,
    aboutRows: Number(rows),
    unknownFields: columns
      .map((column) => column.name)
      .filter((column) => fieldNamed(column) === undefined),
    selects: [select],
    hidesFault: () => Promise.resolve(false),
    ...rewriterOf(input, async function* (signal) {
      try {
        yield* readRecords(connection, select, signal);
      } catch (cause) {
        signal?.throwIfAborted();
        throw damage(name, cause);
      }
    }),
  };
}

const NAMES = RECORD_FIELD_NAMES.map(wireName);

async function* readRecords(
  connection: DuckDBConnection,
  select: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<FileRecord> {
  const found = await connection.stream(`SELECT RowNumber, ${NAMES.join(", ")} FROM (${select})`);
  for await (const rows of found.yieldRowsJson()) {
    signal?.throwIfAborted();
    for (const [row, ...values] of rows)
      yield {
        place: { row: Number(row) },
        fields: Object.fromEntries(NAMES.map((name, at) => [name, values[at]])),
      };
  }
}

/** What DuckDB says of a damaged file quotes it. */
function damage(name: string, cause: unknown): unknown {
  return isOutOfRoom(cause)
    ? cause
    : new ImportError(`${name} is no Parquet file, or it is damaged.`, { cause });
}

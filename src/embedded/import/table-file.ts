import { RECORD_FIELD_NAMES } from "#contract/record/record-fields.ts";
import { wireName } from "#contract/upstream/wire-record.ts";
import { sqlLiteral } from "#embedded/database/schema.ts";
import { endsWithinQuotes } from "./csv-quotes.ts";
import { readCsv } from "./csv-records.ts";
import { fieldNamed } from "./field-names.ts";
import { ImportError } from "./import-error.ts";
import { REQUIRED_FIELDS } from "./import-rules.ts";
import { aboutRows, type InputFile } from "./input-files.ts";
import type { FileRecord, RecordFile } from "./record-file.ts";
import { rewriterOf } from "./rewrite-file.ts";
import { dialectOf, type TableDialect } from "./table-dialect.ts";
import { NONE_WORDS } from "./tidy-value.ts";
import { isBlank, withoutBlanks } from "./trim.ts";

/** A table's form, and for each column the field that it holds, if any, in the provider's name. */
interface Table extends TableDialect {
  readonly fields: readonly (string | undefined)[];
}

/**
 * The names of the first row. None of them is shown unless all that are needed are there: a file
 * without a header begins with somebody's call.
 */
async function openTable({ name, path }: InputFile): Promise<Table> {
  const dialect = await dialectOf(path);
  if (dialect === undefined)
    throw new ImportError(`${name} must begin with a row of the provider's field names.`);
  if (dialect.fault !== undefined)
    throw new ImportError(`${name}: the first row ${dialect.fault}.`);
  const fields = dialect.names.map(fieldNamed);
  const missing = REQUIRED_FIELDS.map(wireName).filter((field) => !fields.includes(field));
  if (missing.length > 0)
    throw new ImportError(
      `${name} has no column ${missing.join(", ")}. Its first row must hold the provider's field names, separated by commas, semicolons or tabs; a table that Callscope exported is for people, and cannot be imported.`,
    );
  const twice = fields.filter((field, at) => field !== undefined && fields.indexOf(field) !== at);
  if (twice.length > 0)
    throw new ImportError(`${name} names the column ${twice.join(", ")} twice.`);
  return { ...dialect, fields };
}

/**
 * Every value as text: nothing of the file's form is guessed. DuckDB reads the parts of a file at
 * once; where a quoted text with line breaks lies between two parts it may refuse to, and one after
 * the other it does not. Rows of blanks alone are none.
 */
function readSql(path: string, { fields, delimiter }: Table, parallel: boolean): string {
  const columns = fields.map((_field, at) => `c${at}: 'VARCHAR'`).join(", ");
  const values = RECORD_FIELD_NAMES.map((field) => {
    const at = fields.indexOf(wireName(field));
    return `${at < 0 ? "NULL::VARCHAR" : `c${at}`} AS ${wireName(field)}`;
  });
  const isFilled = fields.map((_field, at) => `trim(c${at}) <> ''`).join(" OR ");
  return `SELECT ${values.join(", ")} FROM read_csv(${sqlLiteral(path)}, auto_detect = false, header = true, delim = ${sqlLiteral(delimiter)}, quote = '"', escape = '"', strict_mode = true, null_padding = false, ignore_errors = false, compression = 'none', hive_partitioning = false, nullstr = [${["", ...NONE_WORDS].map(sqlLiteral).join(", ")}], parallel = ${parallel}, columns = {${columns}}) WHERE ${isFilled}`;
}

/** `="02155500100"`: so written, a spreadsheet does not take it for a number. */
const FORMULA = /^="([^"]*)"$/;

const textOf = (value: string) => value.replace(FORMULA, "$1");

async function* readRows(
  path: string,
  { names, fields, delimiter, line }: Table,
  signal: AbortSignal | undefined,
): AsyncGenerator<FileRecord> {
  for await (const record of readCsv(path, { delimiter, signal })) {
    if (record.line <= line) continue;
    const place = { line: record.line };
    const { values, fault } = record;
    if (fault !== undefined) yield { place, fault };
    // Files that were put one behind the other have their first rows among the others.
    else if (values.every((value, at) => withoutBlanks(value) === names[at])) continue;
    // Behind the last column there may be blanks, but no column may be cut off.
    else if (values.length < fields.length || !values.slice(fields.length).every(isBlank))
      yield {
        place,
        fault: `has ${values.length} values, and the first row has ${fields.length}`,
      };
    else {
      const named = fields.flatMap((field, at) =>
        field === undefined ? [] : [[field, textOf(values[at] ?? "")] as const],
      );
      yield { place, fields: Object.fromEntries(named) };
    }
  }
}

/** A table of text with a header row of field names: CSV (RFC 4180), also by tabs, `;` or `|`. */
export async function openTableFile(input: InputFile): Promise<RecordFile> {
  const { name, path, bytes } = input;
  const table = await openTable(input);
  const { names, fields, delimiter, line } = table;
  const unknown = names.filter((column, at) => column !== "" && fields[at] === undefined);
  return {
    name,
    bytes,
    aboutRows: aboutRows(input),
    unknownFields: [...new Set(unknown)],
    // Of lines before the first row DuckDB may make one more than there are.
    selects: line === 1 ? [readSql(path, table, true), readSql(path, table, false)] : [],
    hidesFault: (_doubtful, { signal }) => endsWithinQuotes(path, delimiter, signal),
    ...rewriterOf(input, (signal) => readRows(path, table, signal)),
  };
}

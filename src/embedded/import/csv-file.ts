import { RECORD_FIELD_NAMES } from "#contract/record/record-fields.ts";
import { wireName } from "#contract/upstream/wire-record.ts";
import { sqlLiteral } from "#embedded/database/schema.ts";
import { endsWithinQuotes } from "./csv-quotes.ts";
import { readCsv, type CsvRequest } from "./csv-records.ts";
import { ImportError } from "./import-error.ts";
import { REQUIRED_FIELDS } from "./import-rules.ts";
import { aboutRows, type InputFile } from "./input-files.ts";
import { isFieldName, recordFault } from "./record-fault.ts";
import type { BadRecord, RecordFile } from "./record-file.ts";

type Delimiter = CsvRequest["delimiter"];

/**
 * The names of the first row. None of them is shown unless all that are needed are there: a file
 * without a header begins with somebody's call.
 */
async function readHeader(input: InputFile, delimiter: Delimiter): Promise<readonly string[]> {
  const { name, path } = input;
  const { value: header } = await readCsv(path, { delimiter }).next();
  if (header === undefined || header.line > 1)
    throw new ImportError(`${name} must begin with a row of the provider's field names.`);
  if (header.fault !== undefined) throw new ImportError(`${name}: the first row ${header.fault}.`);
  const names: string[] = header.values.map((value: string) => value.trim());
  const missing = REQUIRED_FIELDS.map(wireName).filter((field) => !names.includes(field));
  if (missing.length > 0) {
    const separated = delimiter === "," ? "commas" : "tabs";
    throw new ImportError(
      `${name} has no column ${missing.join(", ")}. Its first row must hold the provider's field names, separated by ${separated}; a table that Callscope exported is for people, and cannot be imported.`,
    );
  }
  const twice = names.filter((field, at) => isFieldName(field) && names.indexOf(field) !== at);
  if (twice.length > 0)
    throw new ImportError(`${name} names the column ${twice.join(", ")} twice.`);
  return names;
}

/**
 * Every value as text: nothing of the file's form is guessed. DuckDB reads the parts of a file at
 * once; where a quoted text with line breaks lies between two parts it may refuse to, and one after
 * the other it does not.
 */
function readSql(path: string, names: readonly string[], delimiter: Delimiter, parallel: boolean) {
  const columns = names.map((_name, at) => `c${at}: 'VARCHAR'`).join(", ");
  const fields = RECORD_FIELD_NAMES.map((field) => {
    const at = names.indexOf(wireName(field));
    return `${at < 0 ? "NULL::VARCHAR" : `c${at}`} AS ${wireName(field)}`;
  });
  return `SELECT ${fields.join(", ")} FROM read_csv(${sqlLiteral(path)}, auto_detect = false, header = true, delim = ${sqlLiteral(delimiter)}, quote = '"', escape = '"', strict_mode = true, null_padding = false, ignore_errors = false, compression = 'none', hive_partitioning = false, parallel = ${parallel}, columns = {${columns}})`;
}

/** How many values a row has; DuckDB reads one delimiter too many as none. */
function hasLength(values: readonly string[], length: number): boolean {
  return values.length === length || (values.length === length + 1 && values.at(-1) === "");
}

/** CSV (RFC 4180) with a header row of the provider's field names; with tabs instead of commas, TSV. */
export async function openCsvFile(input: InputFile, delimiter: Delimiter): Promise<RecordFile> {
  const { name, path, bytes } = input;
  const names = await readHeader(input, delimiter);

  function faultOf(values: readonly string[]): string | undefined {
    if (!hasLength(values, names.length))
      return `has ${values.length} values, and the first row has ${names.length}`;
    return recordFault(Object.fromEntries(names.map((field, at) => [field, values[at]])));
  }

  return {
    name,
    bytes,
    aboutRows: aboutRows(input),
    unknownFields: [...new Set(names.filter((field) => field !== "" && !isFieldName(field)))],
    selects: [readSql(path, names, delimiter, true), readSql(path, names, delimiter, false)],
    maybeNested: false,
    hidesFault: (_suspects, { signal }) => endsWithinQuotes(path, delimiter, signal),
    async findBad(show, { signal }) {
      const shown: BadRecord[] = [];
      let count = 0;
      let isHeader = true;
      for await (const { line, values, fault } of readCsv(path, { delimiter, signal })) {
        const reason = isHeader ? undefined : (fault ?? faultOf(values));
        isHeader = false;
        if (reason === undefined) continue;
        count += 1;
        if (shown.length < show) shown.push({ file: name, place: { line }, reason });
      }
      return { shown, count };
    },
  };
}

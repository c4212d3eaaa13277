import { RECORD_FIELD_NAMES } from "#contract/record/record-fields.ts";
import { wireName } from "#contract/upstream/wire-record.ts";
import { sqlLiteral } from "#embedded/database/schema.ts";
import { aboutRows, type InputFile } from "./input-files.ts";
import { lineFault, parseLine } from "./jsonl-fault.ts";
import { TEXT_COLUMNS } from "./judge-sql.ts";
import { readCounts } from "./read-counts.ts";
import { readLines } from "./read-lines.ts";
import { isFieldName } from "./record-fault.ts";
import type { BadRecord, RecordFile } from "./record-file.ts";

/** DuckDB's default limit, up to which it surely reads a line. */
const LONGEST_LINE = { longestBytes: 16 * 1024 * 1024, tooLong: "is longer than 16 MiB" };

/** Lines read for names that are no field: what an exporter adds, it adds from the start. */
const LINES_LOOKED_AT = 1000;

/** The lines as rows, each field read as `type`; fields of other names are left out. */
function readSql(path: string, type: "VARCHAR" | "JSON"): string {
  const columns = RECORD_FIELD_NAMES.map((field) => `${wireName(field)}: '${type}'`).join(", ");
  return `SELECT * FROM read_json(${sqlLiteral(path)}, format = 'newline_delimited', compression = 'uncompressed', hive_partitioning = false, columns = {${columns}})`;
}

const isBlank = (text: string) => /^[ \t\r\f\v]*$/.test(text);

async function findUnknownFields(path: string): Promise<readonly string[]> {
  const unknown = new Set<string>();
  for await (const { number, text } of readLines(path, LONGEST_LINE)) {
    if (number > LINES_LOOKED_AT) break;
    const fields = parseLine(text);
    if (typeof fields === "string") continue;
    for (const name of Object.keys(fields)) if (!isFieldName(name)) unknown.add(name);
  }
  return [...unknown];
}

/** One JSON object a line, in the provider's field names. */
export async function openJsonlFile(input: InputFile): Promise<RecordFile> {
  const { name, path, bytes } = input;
  return {
    name,
    bytes,
    aboutRows: aboutRows(input),
    unknownFields: await findUnknownFields(path),
    selects: [readSql(path, "VARCHAR")],
    maybeNested: true,
    async hidesFault(suspects, { connection }) {
      if (suspects === 0) return false;
      const nested = TEXT_COLUMNS.map((text) => `json_type(${text}) IN ('OBJECT', 'ARRAY')`);
      const [found = 0] = await readCounts(
        connection,
        `SELECT count(*) FROM (${readSql(path, "JSON")}) WHERE ${nested.join(" OR ")}`,
      );
      return found > 0;
    },
    async findBad(show, { signal }) {
      const shown: BadRecord[] = [];
      let count = 0;
      for await (const line of readLines(path, { ...LONGEST_LINE, signal })) {
        if (line.fault === undefined && isBlank(line.text)) continue;
        const reason = line.fault ?? lineFault(line.text);
        if (reason === undefined) continue;
        count += 1;
        if (shown.length < show) shown.push({ file: name, place: { line: line.number }, reason });
      }
      return { shown, count };
    },
  };
}

import { RECORD_FIELD_NAMES, RECORD_FIELDS } from "#contract/record/record-fields.ts";
import { wireName } from "#contract/upstream/wire-record.ts";
import { sqlLiteral } from "#embedded/database/schema.ts";
import { fieldNamed, isWireName } from "./field-names.ts";
import { aboutRows, type InputFile } from "./input-files.ts";
import { layoutOf, readJsonRecords, type JsonLayout } from "./json-records.ts";
import { readCounts } from "./read-counts.ts";
import type { RecordFile } from "./record-file.ts";
import { rewriterOf } from "./rewrite-file.ts";

/** Records read for their names and their form: as a program begins, it goes on. */
const RECORDS_LOOKED_AT = 1000;

/** The lines as rows, each field read as `type`; fields of other names are left out. */
function linesSql(path: string, type: "VARCHAR" | "JSON"): string {
  const columns = RECORD_FIELD_NAMES.map((field) => `${wireName(field)}: '${type}'`).join(", ");
  return `SELECT * FROM read_json(${sqlLiteral(path)}, format = 'newline_delimited', compression = 'uncompressed', hive_partitioning = false, columns = {${columns}})`;
}

/** Objects of texts alone by the provider's names, one a line. */
export function textLinesSql(path: string): string {
  return linesSql(path, "VARCHAR");
}

// Read as text, a list looks as a text that looks like a list, and of a bare number more than its
// digits is lost: how it was written. Of such records the type that each value has is asked for.

const INSTANTS = RECORD_FIELD_NAMES.filter((field) => RECORD_FIELDS[field] === "instant").map(
  wireName,
);
const TEXTS = RECORD_FIELD_NAMES.filter((field) =>
  ["text", "phone", "enum", "list"].includes(RECORD_FIELDS[field]),
).map(wireName);

/** Digits of which some may be lost in a number: all from 10^15 on. */
const LONG = 16;

/** A range is compared by the first bytes alone, and nearly every text is out of it. */
const DOUBT = [
  ...TEXTS.map(
    (text) =>
      `(${text} >= '{' AND ${text} < '|') OR (${text} >= '[' AND ${text} < '\\') OR (${text} >= '-' AND ${text} < ':' AND strlen(${text}) >= ${LONG} AND regexp_full_match(${text}, '[-.\\d]+'))`,
  ),
  ...INSTANTS.map((text) => `contains(${text}, '.')`),
].join(" OR ");

const LOSSY = [
  ...TEXTS.map(
    (text) =>
      `json_type(${text}) IN ('OBJECT', 'ARRAY') OR (json_type(${text}) <> 'VARCHAR' AND strlen(${text}) >= ${LONG})`,
  ),
  ...INSTANTS.map((text) => `json_type(${text}) = 'DOUBLE'`),
].join(" OR ");

interface FirstLook {
  readonly unknownFields: readonly string[];
  /** Whether DuckDB can read it as it is: objects one a line, in the provider's own names. */
  readonly isPlain: boolean;
}

async function lookAt(path: string, layout: JsonLayout): Promise<FirstLook> {
  const unknown = new Set<string>();
  let isPlain = layout === "lines";
  let count = 0;
  for await (const { record, isLine } of readJsonRecords(path, { layout })) {
    count += 1;
    if (count > RECORDS_LOOKED_AT) break;
    if (!("fields" in record)) continue;
    isPlain &&= isLine;
    for (const name of Object.keys(record.fields)) {
      if (fieldNamed(name) === undefined) unknown.add(name);
      else isPlain &&= isWireName(name);
    }
  }
  return { unknownFields: [...unknown], isPlain };
}

/** JSON: records one a line, in lists, over several lines or in the provider's replies. */
export async function openJsonFile(input: InputFile): Promise<RecordFile> {
  const { name, path, bytes } = input;
  const layout = layoutOf(input.head.toString("utf8"));
  const { unknownFields, isPlain } = await lookAt(path, layout);

  return {
    name,
    bytes,
    aboutRows: aboutRows(input),
    unknownFields,
    selects: isPlain ? [linesSql(path, "VARCHAR")] : [],
    doubtSql: DOUBT,
    async hidesFault(doubtful, { connection }) {
      if (doubtful === 0) return false;
      const [found = 0] = await readCounts(
        connection,
        `SELECT count(*) FROM (${linesSql(path, "JSON")}) WHERE ${LOSSY}`,
      );
      return found > 0;
    },
    ...rewriterOf(input, async function* (signal) {
      for await (const { record } of readJsonRecords(path, { layout, signal })) yield record;
    }),
  };
}

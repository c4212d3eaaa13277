import type { DuckDBConnection } from "@duckdb/node-api";
import { RECORD_FIELD_NAMES, RECORD_FIELDS } from "#contract/record-fields.ts";
import { wireName } from "#contract/upstream/wire-record.ts";
import { sqlLiteral } from "#embedded/schema.ts";
import { REQUIRED_FIELDS, ruleOf } from "./import-rules.ts";

const TEXT_KINDS: readonly string[] = ["text", "phone", "enum", "list"];
const TEXT_FIELDS = RECORD_FIELD_NAMES.filter((field) => TEXT_KINDS.includes(RECORD_FIELDS[field]));

/** The lines of a file as rows, each field read as `type`; fields of other names are left out. */
function readSql(file: string, type: "VARCHAR" | "JSON"): string {
  const columns = RECORD_FIELD_NAMES.map((field) => `${wireName(field)}: '${type}'`).join(", ");
  return `read_json(${sqlLiteral(file)}, format = 'newline_delimited', compression = 'uncompressed', columns = {${columns}})`;
}

/** Good: `true`. Bad: `false`. A text that might be an object or a list: NULL. */
function verdictSql(): string {
  const bad = RECORD_FIELD_NAMES.map((field) => {
    const column = wireName(field);
    const isAbsent = REQUIRED_FIELDS.some((name) => name === field) ? "true" : "false";
    return `CASE WHEN ${column} IS NULL OR ${column} = '' THEN ${isAbsent} ELSE NOT ${ruleOf(field).goodSql(column)} END`;
  }).filter((sql) => !sql.includes("THEN false ELSE NOT true"));
  const suspect = TEXT_FIELDS.map(wireName).map(
    (column) => `coalesce(${column}[1] IN ('{', '['), false)`,
  );
  return `CASE WHEN ${bad.join(" OR ")} THEN false WHEN ${suspect.join(" OR ")} THEN NULL ELSE true END`;
}

const VALUES = RECORD_FIELD_NAMES.map((field) => {
  const column = wireName(field);
  return `${ruleOf(field).valueSql(`nullif(${column}, '')`)} AS ${column}`;
}).join(", ");

const count = async (connection: DuckDBConnection, sql: string): Promise<number> => {
  const reader = await connection.runAndReadAll(sql);
  return Number(reader.getRows()[0]?.[0] ?? 0);
};

/** Whether any field of text holds an object or a list. */
async function hasNested(connection: DuckDBConnection, file: string): Promise<boolean> {
  const nested = TEXT_FIELDS.map((field) => `json_type(${wireName(field)}) IN ('OBJECT', 'ARRAY')`);
  const sql = `SELECT count(*) FROM ${readSql(file, "JSON")} WHERE ${nested.join(" OR ")}`;
  return (await count(connection, sql)) > 0;
}

/**
 * Reads the files into the temporary table `staging`: the columns of `records`, enums as text, in
 * the order of the files and lines.
 *
 * @returns whether every line is good; a fault of JSON itself throws
 */
export async function stageJsonl(
  connection: DuckDBConnection,
  files: readonly string[],
): Promise<boolean> {
  const selects = files.map(
    (file) => `SELECT ${VALUES}, ${verdictSql()} AS Verdict FROM ${readSql(file, "VARCHAR")}`,
  );
  await connection.run(`CREATE TEMP TABLE staging AS ${selects.join(" UNION ALL ")}`);
  if ((await count(connection, "SELECT count(*) FROM staging WHERE NOT Verdict")) > 0) return false;
  const suspects = await count(connection, "SELECT count(*) FROM staging WHERE Verdict IS NULL");
  if (suspects > 0) for (const file of files) if (await hasNested(connection, file)) return false;
  await connection.run("ALTER TABLE staging DROP COLUMN Verdict");
  return true;
}

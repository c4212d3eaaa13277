import type { DuckDBConnection } from "@duckdb/node-api";
import {
  documentedSpelling,
  FIELD_ENUMS,
  isEnumField,
  type EnumField,
} from "#contract/record/enums.ts";
import { RECORD_FIELD_NAMES } from "#contract/record/record-fields.ts";
import { wireName } from "#contract/upstream/wire-record.ts";
import { columnType, isDictionaryField, sqlLiteral } from "#embedded/database/schema.ts";
import { PREVIOUS_SQL } from "./previous-records.ts";

// The cast is sound: FIELD_ENUMS is a literal with no other keys.
const ENUM_FIELDS = Object.keys(FIELD_ENUMS) as readonly EnumField[];
const COLUMNS = RECORD_FIELD_NAMES.map(wireName).join(", ");

/** What the database is to hold: the staged records, and the previous that none of them replaces. */
export interface MergedRecords {
  readonly total: number;
  readonly instanceIds: readonly string[];
  /** The values of each enum, spelled as documented. */
  readonly present: Partial<Record<EnumField, readonly string[]>>;
  /** Puts them into `records`: instance by instance, the latest first. */
  readonly insertSql: string;
}

/** Of staged records with the same ContactId the last stays. */
export async function dropRepeated(connection: DuckDBConnection): Promise<void> {
  await connection.run(
    "CREATE TEMP TABLE repeated AS SELECT ContactId, max(rowid) AS Kept FROM staging GROUP BY ContactId HAVING count(*) > 1",
  );
  await connection.run(
    "DELETE FROM staging s USING repeated r WHERE s.ContactId = r.ContactId AND s.rowid <> r.Kept",
  );
  await connection.run("DROP TABLE repeated");
}

/** Sibling operations spell some values in their own way; here each gets the documented one. */
function spelledSql(field: EnumField, values: readonly string[]): string {
  const column = wireName(field);
  const cases = values.flatMap((value) => {
    const documented = documentedSpelling(FIELD_ENUMS[field], value);
    if (documented === value) return [];
    return [`WHEN ${sqlLiteral(value)} THEN ${sqlLiteral(documented)}`];
  });
  return cases.length === 0 ? column : `CASE ${column} ${cases.join(" ")} ELSE ${column} END`;
}

/** @param hasPrevious whether a database is attached whose records stay */
export async function mergeRecords(
  connection: DuckDBConnection,
  hasPrevious: boolean,
): Promise<MergedRecords> {
  const merged = `(SELECT ${COLUMNS} FROM staging${hasPrevious ? ` UNION ALL ${PREVIOUS_SQL}` : ""})`;
  const dictionaries = RECORD_FIELD_NAMES.filter(isDictionaryField);
  const lists = dictionaries.map((field) => `list(DISTINCT ${wireName(field)})`);
  const reader = await connection.runAndReadAll(
    `SELECT count(*), ${lists.join(", ")} FROM ${merged}`,
  );
  const [total, ...found] = reader.getRowsJson()[0] ?? [];
  const valuesOf = new Map(
    dictionaries.map((field, at) => {
      const values = found[at];
      return [field, Array.isArray(values) ? values.map(String).toSorted() : []];
    }),
  );
  const present: Partial<Record<EnumField, readonly string[]>> = {};
  for (const field of ENUM_FIELDS)
    present[field] = (valuesOf.get(field) ?? []).map((value) =>
      documentedSpelling(FIELD_ENUMS[field], value),
    );
  const values = RECORD_FIELD_NAMES.map((field) => {
    if (!isDictionaryField(field)) return wireName(field);
    const sql = isEnumField(field) ? spelledSql(field, valuesOf.get(field) ?? []) : wireName(field);
    return `${sql}::${columnType(field)}`;
  });
  return {
    total: Number(total),
    instanceIds: valuesOf.get("instanceId") ?? [],
    present,
    insertSql: `INSERT INTO records (${COLUMNS}) SELECT ${values.join(", ")} FROM ${merged} ORDER BY InstanceId, StartTime DESC, ContactId`,
  };
}

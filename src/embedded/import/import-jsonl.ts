import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { documentedSpelling, FIELD_ENUMS, type EnumField } from "#contract/enums.ts";
import { RECORD_FIELD_NAMES } from "#contract/record-fields.ts";
import { wireName } from "#contract/upstream/wire-record.ts";
import { buildFile, buildTables } from "#embedded/build-database.ts";
import { columnType, createDictionaries, isDictionaryField } from "#embedded/schema.ts";
import { findBadLines, findUnknownFields } from "./bad-lines.ts";
import { ImportError } from "./import-error.ts";
import { openInputFiles } from "./input-files.ts";
import { attachPrevious, stagePrevious, type PreviousRecords } from "./previous-records.ts";
import { stageJsonl } from "./stage-jsonl.ts";

export interface ImportReport {
  /** Lines read, blank ones not counted. */
  readonly read: number;
  /** Records of the database that a line replaced, or a later line of the same import. */
  readonly replaced: number;
  /** Records that the database holds now. */
  readonly total: number;
  readonly instanceIds: readonly string[];
  /** Names in the files that are no field of a call record; they were left out. */
  readonly unknownFields: readonly string[];
}

const BAD_LINES_SHOWN = 20;
const NOTHING: PreviousRecords = { count: 0, instances: [] };

// The cast is sound: FIELD_ENUMS is a literal with no other keys.
const ENUM_FIELDS = Object.keys(FIELD_ENUMS) as readonly EnumField[];

async function count(connection: DuckDBConnection, from: string): Promise<number> {
  const reader = await connection.runAndReadAll(`SELECT count(*) FROM ${from}`);
  return Number(reader.getRows()[0]?.[0] ?? 0);
}

async function distinct(connection: DuckDBConnection, column: string): Promise<string[]> {
  const reader = await connection.runAndReadAll(
    `SELECT DISTINCT ${column} FROM staging WHERE ${column} IS NOT NULL ORDER BY 1`,
  );
  return reader.getRowsJson().map(([value]) => String(value));
}

/** Of staged records with the same ContactId the last stays. */
async function dropRepeated(connection: DuckDBConnection): Promise<void> {
  await connection.run(
    "CREATE TEMP TABLE repeated AS SELECT ContactId, max(rowid) AS Kept FROM staging GROUP BY ContactId HAVING count(*) > 1",
  );
  await connection.run(
    "DELETE FROM staging s USING repeated r WHERE s.ContactId = r.ContactId AND s.rowid <> r.Kept",
  );
}

/** Sibling operations spell some values in their own way; here each has the documented one. */
async function spellAsDocumented(connection: DuckDBConnection): Promise<void> {
  for (const field of ENUM_FIELDS) {
    const column = wireName(field);
    for (const value of await distinct(connection, column)) {
      const documented = documentedSpelling(FIELD_ENUMS[field], value);
      if (documented === value) continue;
      await connection.run(`UPDATE staging SET ${column} = $1 WHERE ${column} = $2`, [
        documented,
        value,
      ]);
    }
  }
}

const INSERT_SQL = `INSERT INTO records SELECT ${RECORD_FIELD_NAMES.map((field) =>
  isDictionaryField(field) ? `${wireName(field)}::${columnType(field)}` : wireName(field),
).join(", ")} FROM staging ORDER BY InstanceId, StartTime DESC, ContactId`;

async function stage(
  connection: DuckDBConnection,
  files: readonly string[],
  paths: readonly string[],
): Promise<void> {
  let cause: unknown;
  try {
    if (await stageJsonl(connection, paths)) return;
  } catch (error) {
    // DuckDB's message quotes the line, and a line holds phone numbers: it is kept as the cause.
    cause = error;
  }
  const badLines = await findBadLines(files, BAD_LINES_SHOWN);
  if (badLines.count === 0) throw new ImportError("The files could not be read.", { cause });
  const lines = badLines.count === 1 ? "1 line is" : `${badLines.count} lines are`;
  throw new ImportError(`${lines} not a call record in the provider's form.`, { badLines, cause });
}

/**
 * Loads files of JSON lines in the provider's field names into the database `file`, which is made
 * if it is not there. A record whose ContactId is known replaces the one before. Either all of the
 * files are in afterwards, or the database is as it was.
 *
 * @throws ImportError where a file or a line is not good
 * @throws DatabaseError where the database is in use, holds sample data or is none
 */
export async function importJsonl(files: readonly string[], file: string): Promise<ImportReport> {
  const input = await openInputFiles(files);
  try {
    await mkdir(dirname(file), { recursive: true });
    return await buildFile(file, async (connection) => {
      const isAttached = await attachPrevious(connection, file);
      await stage(connection, files, input.paths);
      const read = await count(connection, "staging");
      if (read === 0) throw new ImportError("There is no record in these files.");
      await dropRepeated(connection);
      const previous = isAttached ? await stagePrevious(connection) : NOTHING;
      await spellAsDocumented(connection);
      const total = await count(connection, "staging");
      const instanceIds = await distinct(connection, "InstanceId");
      const present: Partial<Record<EnumField, readonly string[]>> = {};
      for (const field of ENUM_FIELDS) present[field] = await distinct(connection, wireName(field));
      const nameOf = new Map(previous.instances.map(({ id, name }) => [id, name]));
      await buildTables(connection, {
        origin: "import",
        instances: instanceIds.map((id) => ({ id, name: nameOf.get(id) ?? id })),
        dictionaries: createDictionaries(instanceIds, present),
        fill: async () => {
          await connection.run(INSERT_SQL);
          await connection.run("DROP TABLE staging");
        },
      });
      const unknownFields = await findUnknownFields(files);
      return {
        read,
        replaced: previous.count + read - total,
        total,
        instanceIds,
        unknownFields,
      };
    });
  } finally {
    await input.close();
  }
}

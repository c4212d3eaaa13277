import type { DuckDBConnection } from "@duckdb/node-api";
import { FIELD_ENUMS, isOneOf, type EnumField } from "#contract/record/enums.ts";
import { wireName } from "#contract/upstream/wire-record.ts";
import { DatabaseError } from "./database-error.ts";
import { dictionaryType, type StoredRecord } from "./schema.ts";

/** For each enum field the values that the tables of an open database can hold. */
export type HeldValues = Readonly<Record<EnumField, ReadonlySet<string>>>;

/** Reads what the tables were made with: a value that was documented since is not among them. */
export async function readHeldValues(connection: DuckDBConnection): Promise<HeldValues> {
  const ofEnum = async (field: EnumField) => {
    const sql = `SELECT unnest(enum_range(NULL::${dictionaryType(field)}))`;
    const reader = await connection.runAndReadAll(sql);
    return new Set(reader.getRowsJson().map(([value]) => String(value)));
  };
  return {
    contactType: await ofEnum("contactType"),
    contactDisposition: await ofEnum("contactDisposition"),
    earlyMediaState: await ofEnum("earlyMediaState"),
    satisfactionSurveyChannel: await ofEnum("satisfactionSurveyChannel"),
    releaseInitiator: await ofEnum("releaseInitiator"),
  };
}

/**
 * Refuses records that a database older than a documented value cannot hold. `name` is the
 * database's, for the message.
 *
 * @throws DatabaseError `database_old_values`, with the cure
 */
export function checkHeld(records: readonly StoredRecord[], held: HeldValues, name: string): void {
  // The cast is sound: FIELD_ENUMS is a literal with no other keys.
  const fields = Object.keys(FIELD_ENUMS) as readonly EnumField[];
  for (const record of records)
    for (const field of fields) {
      const value = record[field];
      // What is not documented may be anything, and has no place in a message.
      if (value === undefined || held[field].has(value) || !isOneOf(FIELD_ENUMS[field], value))
        continue;
      throw new DatabaseError(
        "database_old_values",
        `${name} was made before a call's ${wireName(field)} could be ${value}, and cannot hold one. Move it away, and it is made anew at the next start.`,
      );
    }
}

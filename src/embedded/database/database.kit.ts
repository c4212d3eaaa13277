import { FIELD_ENUMS, type EnumField } from "#contract/record/enums.ts";
import { buildInMemory } from "./build-database.ts";
import { createDatabase, type EmbeddedDatabase } from "./database.ts";
import { appendRecords } from "./record-appender.ts";
import { createDictionaries, type StoredRecord } from "./schema.ts";

/** For tests: a database in memory that holds these records, in this order. */
export async function createTestDatabase(
  records: readonly StoredRecord[],
  instanceIds: readonly string[] = ["ccc-test"],
): Promise<EmbeddedDatabase> {
  const present = (Object.keys(FIELD_ENUMS) as EnumField[]).map((field) => [
    field,
    records.flatMap((record) => record[field] ?? []),
  ]);
  const instance = await buildInMemory({
    origin: "import",
    instances: instanceIds.map((id) => ({ id, name: `Name of ${id}` })),
    dictionaries: createDictionaries(instanceIds, Object.fromEntries(present)),
    fill: (connection) => appendRecords(connection, records),
  });
  return createDatabase(instance, undefined);
}

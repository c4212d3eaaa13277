import type { SqlParam } from "#embedded/database/connection-pool.ts";
import type { EmbeddedDatabase } from "#embedded/database/database.ts";
import type { PeopleKind, PeoplePage, PeopleRequest } from "#upstream/store/record-store.ts";

const TABLES = {
  agents: { table: "agents", columns: "Id, Name, Extension" },
  skillGroups: { table: "skill_groups", columns: "Id, Name" },
} as const satisfies Record<PeopleKind, { table: string; columns: string }>;

/** What is matched is the pattern itself: `contains` knows no `%` and no `_`. */
const MATCHES = "(contains(lower(Id), lower($2)) OR contains(lower(Name), lower($2)))";

/** A page of the people of an instance, and how many there are. */
export async function fetchPeople(
  database: EmbeddedDatabase,
  { kind, instance, pattern, page, pageSize }: PeopleRequest,
  signal?: AbortSignal,
): Promise<PeoplePage> {
  const { table, columns } = TABLES[kind];
  const params: SqlParam[] = pattern === undefined ? [instance] : [instance, pattern];
  const from = `FROM ${table} WHERE InstanceId = $1${pattern === undefined ? "" : ` AND ${MATCHES}`}`;
  const slice = `LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`;
  const [rows, count] = await Promise.all([
    database.run({ text: `SELECT ${columns} ${from} ORDER BY Id ${slice}`, params }, signal),
    database.run({ text: `SELECT count(*) ${from}`, params }, signal),
  ]);
  return {
    people: rows.getRows().map(([id, name, extension]) => ({
      id: String(id),
      name: String(name),
      extension: typeof extension === "string" ? extension : undefined,
    })),
    total: Number(count.getRows()[0]?.[0] ?? 0),
  };
}

import type { DuckDBConnection } from "@duckdb/node-api";
import { splitListSql, trimSql } from "./comma-list-sql.ts";

export interface SkillGroupRow {
  readonly instanceId: string;
  readonly id: string;
  readonly name: string;
}

export interface AgentRow extends SkillGroupRow {
  /** The telephone on the desk. */
  readonly extension: string;
}

/** Everybody who may take a call, and every group, of all instances. */
export interface People {
  readonly agents: readonly AgentRow[];
  readonly skillGroups: readonly SkillGroupRow[];
}

async function appendRows(
  connection: DuckDBConnection,
  table: string,
  rows: readonly (readonly string[])[],
): Promise<void> {
  const appender = await connection.createAppender(table);
  for (const row of rows) {
    for (const text of row) appender.appendVarchar(text);
    appender.endRow();
  }
  appender.closeSync();
}

/**
 * Fills `table` with those whom the records name. The two columns are comma-joined lists in the same
 * order; a name alone may hold commas, and where their lengths differ otherwise, nobody can say which name
 * is whose. The latest call that has a name has the name of today; who has none is called by the id.
 *
 * Calls that name the same people are taken together before the lists are split, which is several
 * times quicker: there are few such lists, however many the calls.
 */
function deriveSql(table: string, ids: string, names: string): string {
  return `
    WITH calls AS (
      SELECT InstanceId, ${ids} AS Ids, ${names} AS Names, max(StartTime) AS Latest
      FROM records WHERE ${ids} IS NOT NULL GROUP BY ALL
    ), lists AS (
      SELECT InstanceId, Latest, ${splitListSql("Ids")} AS Ids,
        CASE WHEN len(${splitListSql("Ids")}) = 1 THEN [${trimSql("Names")}]
          ELSE ${splitListSql("Names")} END AS Names
      FROM calls
    ), people AS (
      SELECT InstanceId, Latest, unnest(Ids) AS Id,
        nullif(unnest(CASE WHEN len(Ids) = len(Names) THEN Names END), '') AS Name
      FROM lists
    )
    INSERT INTO ${table} (InstanceId, Id, Name)
    SELECT InstanceId, Id, coalesce(arg_max(Name, (Latest, Name)), Id)
    FROM people WHERE Id <> '' GROUP BY InstanceId, Id`;
}

/** Writes who works there: these, or without them those whom the records name. */
export async function writePeople(
  connection: DuckDBConnection,
  people: People | undefined,
): Promise<void> {
  if (people === undefined) {
    await connection.run(deriveSql("agents", "AgentIds", "AgentNames"));
    await connection.run(deriveSql("skill_groups", "SkillGroupIds", "SkillGroupNames"));
    return;
  }
  const { agents, skillGroups } = people;
  await appendRows(
    connection,
    "agents",
    agents.map(({ instanceId, id, name, extension }) => [instanceId, id, name, extension]),
  );
  await appendRows(
    connection,
    "skill_groups",
    skillGroups.map(({ instanceId, id, name }) => [instanceId, id, name]),
  );
}

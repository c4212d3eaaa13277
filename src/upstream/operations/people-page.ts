import type { SqlParam } from "#embedded/database/connection-pool.ts";
import type { OperationContext } from "./operation.ts";
import { requiredInstance } from "#upstream/request/required-instance.ts";
import { requiredPage } from "#upstream/request/required-page.ts";
import { optionalText, type WireParameters } from "#upstream/request/wire-parameters.ts";

interface PersonRow {
  readonly instanceId: string;
  readonly id: string;
  readonly name: string;
  readonly extension: string | undefined;
}

/** What is matched is the pattern itself: `contains` knows no `%` and no `_`. */
const MATCHES = "(contains(lower(Id), lower($2)) OR contains(lower(Name), lower($2)))";

/** The name within the instance: of `agent@ccc-test` it is `agent`. */
export function localName({ id, instanceId }: PersonRow): string {
  const suffix = `@${instanceId}`;
  return id.endsWith(suffix) ? id.slice(0, -suffix.length) : id;
}

/**
 * A page of agents or skill groups, by id. The search is for a part of the id, of which the login
 * name is the beginning, or of the displayed name, in capitals or not. The provider says neither the
 * order, nor what is searched, nor whether `TotalCount` is told on the first page alone as in the
 * list of calls: here it is always told.
 *
 * @throws UpstreamError naming the parameter to blame
 */
export async function peoplePage(
  table: "agents" | "skill_groups",
  parameters: WireParameters,
  { database, signal }: OperationContext,
  itemOf: (row: PersonRow) => unknown,
): Promise<unknown> {
  const { page, pageSize } = requiredPage(parameters);
  const instanceId = requiredInstance(parameters, database);
  const pattern = optionalText(parameters, "SearchPattern");
  const params: SqlParam[] = pattern === undefined ? [instanceId] : [instanceId, pattern];
  const from = `FROM ${table} WHERE InstanceId = $1${pattern === undefined ? "" : ` AND ${MATCHES}`}`;
  const columns = table === "agents" ? "Id, Name, Extension" : "Id, Name";
  const slice = `LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`;
  const [rows, total] = await Promise.all([
    database.run({ text: `SELECT ${columns} ${from} ORDER BY Id ${slice}`, params }, signal),
    database.run({ text: `SELECT count(*) ${from}`, params }, signal),
  ]);
  return {
    PageNumber: page,
    PageSize: pageSize,
    TotalCount: Number(total.getRows()[0]?.[0] ?? 0),
    List: rows.getRows().map(([id, name, extension]) =>
      itemOf({
        instanceId,
        id: String(id),
        name: String(name),
        extension: typeof extension === "string" ? extension : undefined,
      }),
    ),
  };
}

import type { WireRecord } from "#contract/upstream/wire-record.ts";
import type { EmbeddedDatabase } from "./database.ts";
import { fetchRecords, findRecord } from "./fetch-records.ts";
import { countRecords, listKeys } from "./list-keys.ts";
import { readListRequest, type WireListRequest } from "./list-request.ts";
import type { OperationHandler } from "./operation.ts";

interface Page {
  readonly list: readonly WireRecord[];
  readonly total: number;
}

/**
 * First the keys of the page, then its rows: sorting keys and fetching a hundred wide rows is many
 * times faster than sorting wide rows.
 */
async function listPage(database: EmbeddedDatabase, request: WireListRequest): Promise<Page> {
  const [keys, total] = await Promise.all([
    listKeys(database, request),
    request.page === 1 ? countRecords(database, request) : 0,
  ]);
  return { list: await fetchRecords(database, keys), total };
}

async function findPage(
  database: EmbeddedDatabase,
  { instance, page }: WireListRequest,
  contactId: string,
): Promise<Page> {
  const record = page === 1 ? await findRecord(database, instance, contactId) : undefined;
  return record === undefined ? { list: [], total: 0 } : { list: [record], total: 1 };
}

/**
 * The page of records that the parameters ask for. "To keep queries fast, TotalCount is set on the
 * first page only, and 0 on the others."
 *
 * Authority: the provider's page of `ListCallDetailRecords`.
 */
export const listCallDetailRecords: OperationHandler = async (parameters, context) => {
  const request = readListRequest(parameters, context);
  const { contactId } = request.criteria;
  const { list, total } =
    contactId === undefined
      ? await listPage(context.database, request)
      : await findPage(context.database, request, contactId);
  return { PageNumber: request.page, PageSize: request.pageSize, TotalCount: total, List: list };
};

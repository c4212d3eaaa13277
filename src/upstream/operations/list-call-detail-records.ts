import type { WireRecord } from "#contract/upstream/wire-record.ts";
import { isCountProbe } from "#embedded/list/count-probes.ts";
import { fetchRecords, findRecord } from "#embedded/list/fetch-records.ts";
import { countRecords } from "#embedded/list/list-keys.ts";
import { readListRequest, type WireListRequest } from "./read-list-request.ts";
import type { OperationContext, OperationHandler } from "./operation.ts";

interface Page {
  readonly list: readonly WireRecord[];
  readonly total: number;
}

/**
 * First the keys of the page, then its rows: sorting keys and fetching a hundred wide rows is many
 * times quicker than sorting wide rows.
 */
async function listPage(
  request: WireListRequest,
  { database, listKeys, probe, signal }: OperationContext,
): Promise<Page> {
  if (isCountProbe(request)) {
    const { total, record } = await probe(request, signal);
    return { list: record === undefined ? [] : [record], total };
  }
  const [keys, total] = await Promise.all([
    listKeys(request, signal),
    request.page === 1 ? countRecords(database, request, signal) : 0,
  ]);
  return { list: await fetchRecords(database, keys, signal), total };
}

async function findPage(
  contactId: string,
  { instance, page }: WireListRequest,
  { database, signal }: OperationContext,
): Promise<Page> {
  const record = page === 1 ? await findRecord(database, instance, contactId, signal) : undefined;
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
      ? await listPage(request, context)
      : await findPage(contactId, request, context);
  return { PageNumber: request.page, PageSize: request.pageSize, TotalCount: total, List: list };
};

import type { RecordPage, WireListRequest } from "#upstream/store/record-store.ts";
import type { OperationContext, OperationHandler } from "./operation.ts";
import { readListRequest } from "./read-list-request.ts";

/** A contact id names one call at most, and page 1 has it. */
async function findPage(
  contactId: string,
  { instance, page }: WireListRequest,
  { store, signal }: OperationContext,
): Promise<RecordPage> {
  const record = page === 1 ? await store.find(instance, contactId, signal) : undefined;
  return record === undefined ? { records: [], total: 0 } : { records: [record], total: 1 };
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
  const { records, total } =
    contactId === undefined
      ? await context.store.list(request, context.signal)
      : await findPage(contactId, request, context);
  return { PageNumber: request.page, PageSize: request.pageSize, TotalCount: total, List: records };
};

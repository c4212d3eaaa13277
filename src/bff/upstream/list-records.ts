import type { CallRecord } from "#contract/record/call-record.ts";
import { writeListRequest, type ListRequest } from "#contract/upstream/write-list-request.ts";
import { readWireRecord } from "#contract/upstream/wire-record.ts";
import { readPage } from "./read-page.ts";
import type { CallOptions, UpstreamClient } from "./upstream-client.ts";

/** One page of call records, as the upstream gave it. */
export interface RecordsPage {
  readonly records: readonly CallRecord[];
  /** Records that match; null where the upstream did not count: past page 1. */
  readonly total: number | null;
  readonly requestId: string | undefined;
}

/**
 * One page of call records.
 *
 * @throws UpstreamError
 */
export async function listRecords(
  upstream: UpstreamClient,
  request: ListRequest,
  options: CallOptions,
): Promise<RecordsPage> {
  const params = writeListRequest(request);
  const reply = await upstream.call("ListCallDetailRecords", params, options);
  const { items, total } = readPage(reply);
  return {
    records: dropRepeats(items.map(readWireRecord)),
    // Past page 1 the upstream writes 0, which would read as "none".
    total: request.page === 1 ? total : null,
    requestId: reply.requestId,
  };
}

/** Ties in the sort order may bring a record twice; one without an id cannot be compared. */
function dropRepeats(records: readonly CallRecord[]): CallRecord[] {
  const seen = new Set<string>();
  return records.filter(({ contactId }) => {
    if (contactId === undefined) return true;
    return !seen.has(contactId) && seen.add(contactId);
  });
}

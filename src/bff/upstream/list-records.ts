import type { CallRecord } from "#contract/record/call-record.ts";
import { pageDataSchema } from "#contract/upstream/envelope.ts";
import { writeListRequest, type ListRequest } from "#contract/upstream/write-list-request.ts";
import { readWireRecord } from "#contract/upstream/wire-record.ts";
import { readTotal } from "./read-total.ts";
import type { CallOptions, UpstreamClient } from "./upstream-client.ts";
import { UpstreamError } from "./upstream-error.ts";

export interface RecordsPage {
  readonly records: readonly CallRecord[];
  /** Records that match; null where the upstream did not count: past page 1. */
  readonly total: number | null;
  readonly requestId: string | undefined;
}

/** @throws UpstreamError */
export async function listRecords(
  upstream: UpstreamClient,
  request: ListRequest,
  options: CallOptions,
): Promise<RecordsPage> {
  const params = writeListRequest(request);
  const { data, requestId } = await upstream.call("ListCallDetailRecords", params, options);
  const parsed = pageDataSchema.safeParse(data);
  if (!parsed.success) throw new UpstreamError("upstream_bad_reply", { requestId });
  const { List: list } = parsed.data;
  const total = readTotal(parsed.data.TotalCount);
  // An upstream that says there are none may leave the list out; any other must bring it.
  if (!list && total !== 0) throw new UpstreamError("upstream_bad_reply", { requestId });
  return {
    records: dropRepeats((list ?? []).map(readWireRecord)),
    // Past page 1 the upstream writes 0, which would read as "none".
    total: request.page === 1 ? total : null,
    requestId,
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

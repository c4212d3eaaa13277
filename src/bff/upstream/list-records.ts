import type { CallRecord } from "#contract/record/call-record.ts";
import { readWireRecord } from "#contract/upstream/wire-record.ts";
import { writeListRequest, type ListRequest } from "#contract/upstream/write-list-request.ts";
import type { Sort } from "#contract/view/sort.ts";
import { readPage } from "./read-page.ts";
import type { CallOptions, UpstreamClient } from "./upstream-client.ts";
import { UpstreamError } from "./upstream-error.ts";

/** One page of call records, as the upstream gave it. */
export interface RecordsPage {
  readonly records: readonly CallRecord[];
  /** Records that match; null where the upstream did not count: past page 1. */
  readonly total: number | null;
  readonly requestId: string | undefined;
  /** What it weighs in memory, about. */
  readonly bytes: number;
  /** The order of the records, where it is not the one that was asked for. */
  readonly sort?: Sort;
}

/** What a character of a reply weighs once it is read into records, about: measured 2.1 to 2.8. */
const BYTES_PER_CHAR = 3;

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
  const records = items.map(readWireRecord);
  refuseOthers(records, request, reply.requestId);
  return {
    records: dropRepeats(records),
    // Past page 1 the upstream writes 0, which would read as "none".
    total: request.page === 1 ? total : null,
    requestId: reply.requestId,
    bytes: BYTES_PER_CHAR * reply.chars,
  };
}

/**
 * Paging counts on pages of the size that was asked for, and a record of another instance is for other
 * eyes: an upstream that gives either has not answered this request.
 */
function refuseOthers(
  records: readonly CallRecord[],
  { instance, pageSize }: ListRequest,
  requestId: string | undefined,
): void {
  const refuse = (detail: string) => {
    throw new UpstreamError("upstream_bad_reply", { requestId, detail });
  };
  if (records.length > pageSize) refuse("The upstream gave more records than it was asked for.");
  if (records.some(({ instanceId = instance }) => instanceId !== instance))
    refuse("The upstream gave a record of another instance than it was asked for.");
}

/** Ties in the sort order may bring a record twice; one without an id cannot be compared. */
function dropRepeats(records: readonly CallRecord[]): CallRecord[] {
  const seen = new Set<string>();
  return records.filter(({ contactId }) => {
    if (contactId === undefined) return true;
    return !seen.has(contactId) && seen.add(contactId);
  });
}

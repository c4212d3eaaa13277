import type { FastifyRequest } from "fastify";
import type { InstanceDirectory } from "#bff/access/instance-directory.ts";
import { isWithin, scopeOf } from "#bff/access/own-scope.ts";
import { readerName } from "#bff/access/reader-name.ts";
import { readerOf } from "#bff/access/reader.ts";
import { waitForStep } from "#bff/access/same-time.ts";
import { callInTurn } from "#bff/calls/call-in-turn.ts";
import { tallySpent } from "#bff/calls/tally-spent.ts";
import type { UpstreamLimiter } from "#bff/calls/upstream-limiter.ts";
import { BffError } from "#bff/http/bff-error.ts";
import { listRecords } from "#bff/upstream/list-records.ts";
import type { UpstreamClient } from "#bff/upstream/upstream-client.ts";
import type { RecordReply, RecordRequest } from "#contract/api/record.ts";
import { DAY_MS } from "#contract/time/durations.ts";
import { DEFAULT_SORT } from "#contract/view/sort.ts";

export interface ReadRecordDeps {
  readonly upstream: UpstreamClient;
  readonly limiter: UpstreamLimiter;
  readonly instances: InstanceDirectory;
  readonly retentionDays: number;
  readonly now: () => number;
}

/**
 * One call record that the reader may see, its numbers as they are.
 *
 * @throws BffError `record_not_found` of one that is not theirs as of one that there is not
 */
export async function readRecord(
  request: FastifyRequest,
  { contactId, instance: named }: RecordRequest,
  signal: AbortSignal,
  { upstream, limiter, instances, retentionDays, now }: ReadRecordDeps,
): Promise<RecordReply & { readonly instance: string }> {
  const beganAt = performance.now();
  const reader = readerOf(request);
  const instance = await instances.of(reader.rights).pick(named);
  const to = now();
  const list = {
    instance,
    // A contact id makes the upstream ignore every other filter, this range among them.
    range: { from: to - retentionDays * DAY_MS, to },
    criteria: { contactId },
    sort: DEFAULT_SORT,
    page: 1,
    pageSize: 1,
  };
  const { spent, onSpent } = tallySpent();
  const { records, requestId } = await callInTurn(
    limiter,
    { purpose: "rows", readerName: readerName(request), instance, signal, onSpent },
    (options) => listRecords(upstream, list, options),
  );
  const scope = scopeOf(reader);
  const record = records.find((one) => scope === undefined || isWithin(one, scope));
  if (record === undefined) {
    if (scope !== undefined) await waitForStep(beganAt, signal);
    throw new BffError("record_not_found", { requestId });
  }
  return { record, requestId: requestId ?? request.id, spent, instance };
}

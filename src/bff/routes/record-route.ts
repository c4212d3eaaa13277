import type { FastifyInstance } from "fastify";
import type { Audit } from "#bff/access/audit/create-audit.ts";
import type { InstanceDirectory } from "#bff/access/instance-directory.ts";
import { readerName } from "#bff/access/reader-name.ts";
import { callInTurn } from "#bff/calls/call-in-turn.ts";
import { tallySpent } from "#bff/calls/tally-spent.ts";
import type { UpstreamLimiter } from "#bff/calls/upstream-limiter.ts";
import { BffError } from "#bff/http/bff-error.ts";
import { readQuery, refuseProblems } from "#bff/http/read-query.ts";
import { replySignal } from "#bff/http/reply-signal.ts";
import { listRecords } from "#bff/upstream/list-records.ts";
import type { UpstreamClient } from "#bff/upstream/upstream-client.ts";
import { readRecordRequest, RECORD_ROUTE, type RecordReply } from "#contract/api/record.ts";
import { DAY_MS } from "#contract/time/durations.ts";
import { DEFAULT_SORT } from "#contract/view/sort.ts";

export interface RecordRouteDeps {
  readonly upstream: UpstreamClient;
  readonly limiter: UpstreamLimiter;
  readonly instances: InstanceDirectory;
  readonly retentionDays: number;
  readonly audit: Audit;
  readonly now: () => number;
}

/** `GET /api/records/:contactId?instance=`: one call record, whatever page of a view it is on. */
export function addRecordRoute(app: FastifyInstance, deps: RecordRouteDeps): void {
  const { upstream, limiter, instances, retentionDays, audit, now } = deps;
  app.get<{ Params: { contactId: string } }>(
    RECORD_ROUTE,
    async (request, reply): Promise<RecordReply> => {
      const signal = replySignal(reply);
      const query = readQuery(request.url);
      const { request: asked, problems } = readRecordRequest(request.params.contactId, query);
      refuseProblems(problems);
      const { contactId } = asked;
      const instance = await instances.pick(asked.instance);
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
      const [record] = records;
      if (record === undefined) throw new BffError("record_not_found", { requestId });
      await audit.opened(request, { instance, contactId });
      return { record, requestId: requestId ?? request.id, spent };
    },
  );
}

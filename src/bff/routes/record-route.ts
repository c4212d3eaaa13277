import type { FastifyInstance } from "fastify";
import { parseText } from "#contract/filter/codec.ts";
import type { RecordReply } from "#contract/api/replies.ts";
import { DEFAULT_SORT } from "#contract/view/sort.ts";
import { BffError } from "#bff/http/bff-error.ts";
import { callInTurn } from "#bff/calls/call-in-turn.ts";
import { tallySpent } from "#bff/calls/tally-spent.ts";
import type { UpstreamLimiter } from "#bff/calls/upstream-limiter.ts";
import type { InstanceDirectory } from "#bff/access/instance-directory.ts";
import { listRecords } from "#bff/upstream/list-records.ts";
import { readQuery, refuseProblems } from "#bff/http/read-query.ts";
import { replySignal } from "#bff/http/reply-signal.ts";
import type { UpstreamClient } from "#bff/upstream/upstream-client.ts";

export interface RecordRouteDeps {
  readonly upstream: UpstreamClient;
  readonly limiter: UpstreamLimiter;
  readonly instances: InstanceDirectory;
  readonly retentionDays: number;
  readonly now: () => number;
}

const DAY_MS = 86_400_000;

/** `GET /api/records/:contactId?instance=`: one call record, whatever page of a view it is on. */
export function addRecordRoute(app: FastifyInstance, deps: RecordRouteDeps): void {
  const { upstream, limiter, instances, retentionDays, now } = deps;
  app.get<{ Params: { contactId: string } }>(
    "/api/records/:contactId",
    async (request, reply): Promise<RecordReply> => {
      const signal = replySignal(reply);
      const contactId = parseText(request.params.contactId);
      if (contactId === undefined) throw new BffError("invalid_parameter", { field: "contactId" });
      const instance = await instances.pick(readInstance(readQuery(request.url)));
      const to = now();
      const asked = {
        instance,
        // A contact id makes the upstream ignore every other filter, this range among them.
        time: { from: to - retentionDays * DAY_MS, to },
        criteria: { contactId },
        sort: DEFAULT_SORT,
        page: 1,
        pageSize: 1,
      };
      const { spent, onSpent } = tallySpent();
      const { records, requestId } = await callInTurn(
        limiter,
        { purpose: "rows", signal, onSpent },
        (options) => listRecords(upstream, asked, options),
      );
      const [record] = records;
      if (record === undefined) throw new BffError("record_not_found", { requestId });
      return { record, requestId: requestId ?? request.id, spent };
    },
  );
}

/** @throws BffError `invalid_parameter` for any name but `instance` */
function readInstance(params: URLSearchParams): string | undefined {
  const [text, ...more] = params.getAll("instance");
  const unknown = [...params.keys()].filter((name) => name !== "instance");
  refuseProblems(unknown.map((name) => ({ name, reason: "unknown-name" })));
  if (more.length > 0) refuseProblems([{ name: "instance", reason: "repeated" }]);
  if (text === undefined || text === "") return undefined;
  const instance = parseText(text);
  if (instance === undefined) refuseProblems([{ name: "instance", reason: "bad-value" }]);
  return instance;
}

import type { FastifyInstance } from "fastify";
import { readRecordsRequest } from "#contract/records-request.ts";
import type { RecordsReply } from "#contract/replies.ts";
import { resolveTimeRange } from "#contract/time-range.ts";
import type { InstanceDirectory } from "./instance-directory.ts";
import { listRecords } from "./list-records.ts";
import { readQuery, refuseProblems } from "./read-query.ts";
import { replySignal } from "./reply-signal.ts";
import type { UpstreamClient } from "./upstream-client.ts";

export interface RecordsRouteDeps {
  readonly upstream: UpstreamClient;
  readonly instances: InstanceDirectory;
  /** IANA name: the calendar that `range=today` means. */
  readonly timeZone: string;
  readonly now: () => number;
}

/** `GET /api/records?<view>`: one page of the view. */
export function addRecordsRoute(app: FastifyInstance, deps: RecordsRouteDeps): void {
  const { upstream, instances, timeZone, now } = deps;
  app.get("/api/records", async (request, reply): Promise<RecordsReply> => {
    const signal = replySignal(reply);
    const { request: asked, problems } = readRecordsRequest(readQuery(request.url));
    refuseProblems(problems);
    const { view, size } = asked;
    const time = resolveTimeRange(view.time, now(), timeZone);
    const { records, total, requestId } = await listRecords(
      upstream,
      {
        instance: await instances.pick(view.instance),
        time,
        criteria: view.criteria,
        sort: view.sort,
        page: view.page,
        pageSize: size,
      },
      signal,
    );
    return {
      records: [...records],
      page: view.page,
      pageSize: size,
      total,
      asOf: time.to,
      requestId: requestId ?? request.id,
    };
  });
}

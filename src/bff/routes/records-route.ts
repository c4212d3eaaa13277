import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Audit } from "#bff/access/audit/create-audit.ts";
import { callsWithin } from "#bff/access/calls-within.ts";
import type { InstanceDirectory } from "#bff/access/instance-directory.ts";
import type { NumberSeals } from "#bff/access/links/number-seals.ts";
import { refuseClearNumbers } from "#bff/access/open-numbers.ts";
import { rightsText, scopeOf } from "#bff/access/own-scope.ts";
import { isTab, readerName } from "#bff/access/reader-name.ts";
import { readerOf } from "#bff/access/reader.ts";
import { shownTo } from "#bff/access/shown-to.ts";
import { viewWithin } from "#bff/access/view-within.ts";
import type { CallReader } from "#bff/calls/call-reader.ts";
import { tallySpent } from "#bff/calls/tally-spent.ts";
import { readBody } from "#bff/http/read-body.ts";
import { readQuery, refuseProblems } from "#bff/http/read-query.ts";
import { replySignal } from "#bff/http/reply-signal.ts";
import { RECORDS_ROUTE, recordsPath, type RecordsRequest } from "#contract/api/first-paths.ts";
import { readRecordsRequest, recordsBodySchema, type RecordsReply } from "#contract/api/records.ts";
import type { Calendar } from "#contract/time/relative-range.ts";
import { pinInstant, resolveTimeRange } from "#contract/time/time-range.ts";
import { writeSort } from "#contract/view/sort.ts";

export interface RecordsRouteDeps {
  readonly calls: CallReader;
  readonly instances: InstanceDirectory;
  readonly seals: NumberSeals;
  /** The calendar that `range=today` means. */
  readonly calendar: Calendar;
  readonly audit: Audit;
  readonly now: () => number;
}

/**
 * Proxies bound the headers of a reply more tightly than those of a request, nginx by 4 kB of all together,
 * and answer 502 beyond that. Who is not told asks again, by the path in full.
 */
const LONGEST_PATH_TOLD = 2_000;

/** `GET /api/records?<view>`: one page of the view; `POST /api/records`, for what no address may hold. */
export function addRecordsRoute(app: FastifyInstance, deps: RecordsRouteDeps): void {
  const { calls, instances, seals, calendar, audit, now } = deps;

  app.get(RECORDS_ROUTE, async (request, reply) => {
    const asked = readRequest(readQuery(request.url));
    refuseClearNumbers(asked.view.criteria);
    return read(asked, request, reply);
  });

  app.post(RECORDS_ROUTE, async (request, reply) => {
    const query = [...readQuery(request.url).keys()];
    refuseProblems(query.map((name) => ({ name, reason: "unknown-name" })));
    const body = Object.entries(readBody(request.body, recordsBodySchema));
    const params = body.map(([name, value]) => [name, String(value)]);
    return read(readRequest(new URLSearchParams(params)), request, reply);
  });

  async function read(
    { view, size }: RecordsRequest,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<RecordsReply> {
    const signal = replySignal(reply);
    const reader = readerOf(request);
    const { instance, criteria, linked } = await viewWithin(
      view,
      reader,
      instances.of(reader.rights),
      seals,
    );
    // As a tab pins what it names itself, so that its other questions, and those of other tabs, are of the same.
    const asOf = isTab(request) ? pinInstant(now()) : now();
    const range = resolveTimeRange(view.time, asOf, calendar);
    if (request.method === "GET") {
      // Told of a failure, too: whoever asked for this very page need not ask again to hear of it.
      const asked = { ...view, instance, criteria: linked, time: range };
      const path = recordsPath({ view: asked, size });
      if (path.length <= LONGEST_PATH_TOLD) reply.header("content-location", path);
    }
    const set = { instance, range, criteria };
    const { spent, onSpent } = tallySpent();
    const { records, total, requestId, sort } = await callsWithin(calls, scopeOf(reader)).page(
      { ...set, sort: view.sort, page: view.page, pageSize: size },
      {
        purpose: "rows",
        rights: rightsText(reader),
        readerName: readerName(request),
        signal,
        onSpent,
      },
    );
    await audit.search(request, set, records.length);
    return {
      records: records.map(shownTo(reader).record),
      page: view.page,
      pageSize: size,
      total,
      asOf: range.to,
      requestId: requestId ?? request.id,
      ...(sort !== undefined && { sort: writeSort(sort) }),
      spent,
    };
  }
}

/** @throws BffError `invalid_parameter` */
function readRequest(params: URLSearchParams): RecordsRequest {
  const { request, problems } = readRecordsRequest(params);
  refuseProblems(problems);
  return request;
}

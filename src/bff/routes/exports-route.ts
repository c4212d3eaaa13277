import type { FastifyInstance } from "fastify";
import type { Audit } from "#bff/access/audit/create-audit.ts";
import type { InstanceDirectory } from "#bff/access/instance-directory.ts";
import type { NumberSeals } from "#bff/access/links/number-seals.ts";
import { refuseClearNumbers } from "#bff/access/open-numbers.ts";
import { readerOf } from "#bff/access/reader.ts";
import { viewWithin } from "#bff/access/view-within.ts";
import { readBody } from "#bff/http/read-body.ts";
import { readQuery, refuseProblems } from "#bff/http/read-query.ts";
import { EXPORTS_ROUTE, exportRequestSchema, type ExportReply } from "#contract/api/exports.ts";
import type { Calendar } from "#contract/time/relative-range.ts";
import { resolveTimeRange } from "#contract/time/time-range.ts";
import { readView } from "#contract/view/view-codec.ts";

export interface ExportsRouteDeps {
  readonly instances: InstanceDirectory;
  readonly seals: NumberSeals;
  /** The calendar that `range=today` means. */
  readonly calendar: Calendar;
  readonly audit: Audit;
  readonly now: () => number;
}

/** `POST /api/exports`: what the browser is about to save is in the audit log first. How much it is, it says. */
export function addExportsRoute(app: FastifyInstance, deps: ExportsRouteDeps): void {
  const { instances, seals, calendar, audit, now } = deps;
  app.post(EXPORTS_ROUTE, async (request): Promise<ExportReply> => {
    const asked = readBody(request.body, exportRequestSchema);
    const { view, problems } = readView(readQuery(`?${asked.view.replace(/^\?/, "")}`));
    refuseProblems(problems, "view.");
    refuseClearNumbers(view.criteria);
    const reader = readerOf(request);
    const within = await viewWithin(view, reader, instances.of(reader.rights), seals);
    const { instance, criteria } = within;
    const range = resolveTimeRange(view.time, now(), calendar);
    const { records, bytes } = asked;
    await audit.exported(request, { instance, range, criteria }, { of: "page", records, bytes });
    return { requestId: request.id };
  });
}

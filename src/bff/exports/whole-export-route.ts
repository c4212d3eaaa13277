import { Readable } from "node:stream";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Audit } from "#bff/access/audit/create-audit.ts";
import { callsWithin } from "#bff/access/calls-within.ts";
import type { InstanceDirectory } from "#bff/access/instance-directory.ts";
import type { NumberSeals } from "#bff/access/links/number-seals.ts";
import { refuseClearNumbers } from "#bff/access/open-numbers.ts";
import { rightsText, scopeOf } from "#bff/access/own-scope.ts";
import { readerName } from "#bff/access/reader-name.ts";
import { readerOf } from "#bff/access/reader.ts";
import { hidesNumbers, shownTo } from "#bff/access/shown-to.ts";
import { viewWithin } from "#bff/access/view-within.ts";
import type { CallReader } from "#bff/calls/call-reader.ts";
import { tallySpent } from "#bff/calls/tally-spent.ts";
import { BffError } from "#bff/http/bff-error.ts";
import { createOpenStreams } from "#bff/http/open-streams.ts";
import { problemOf } from "#bff/http/problem.ts";
import { readQuery } from "#bff/http/read-query.ts";
import { FRAMES_TYPE, WHOLE_EXPORT_ROUTE, type ExportFrame } from "#contract/api/whole-export.ts";
import { activeCriteria } from "#contract/filter/criteria.ts";
import { isKind, type Criteria } from "#contract/filter/filters.ts";
import { MAX_REACHABLE } from "#contract/record/list-limits.ts";
import type { Calendar } from "#contract/time/relative-range.ts";
import { pinInstant, resolveTimeRange } from "#contract/time/time-range.ts";
import { linkSearch } from "#contract/view/view-codec.ts";
import { DEFAULT_VIEW } from "#contract/view/view.ts";
import { aboutFile } from "#labels/about-file.ts";
import { fileName } from "#labels/file-name.ts";
import type { CursorSeals } from "./export-cursor.ts";
import { createExportWriter, MEDIA_TYPES } from "./export-writer.ts";
import { readExportRequest, type ExportRequest } from "./read-export-request.ts";
import { readExport } from "./read-export.ts";

export interface WholeExportRouteDeps {
  readonly calls: CallReader;
  readonly instances: InstanceDirectory;
  readonly seals: NumberSeals;
  readonly cursors: CursorSeals;
  /** The calendar that `range=today` means. */
  readonly calendar: Calendar;
  /** Where readers reach the dashboard, where that is known. */
  readonly origin: string | undefined;
  /** More records than these need a reason; undefined: none does. */
  readonly reasonAbove: number | undefined;
  readonly audit: Audit;
  readonly now: () => number;
}

/** Each holds some pages at once. Two of one reader go on side by side, and others come in turn. */
const MOST_EXPORTS = { ofAll: 16, ofOne: 2 };
const TELL_EVERY_MS = 250;

/** `GET /api/export?<view>&format=`: all that match as one file, in frames or as it is. */
export function addWholeExportRoute(app: FastifyInstance, deps: WholeExportRouteDeps): void {
  const open = createOpenStreams(app, MOST_EXPORTS);
  const options = { exposeHeadRoute: false };
  app.get(WHOLE_EXPORT_ROUTE, options, async (request, reply) => {
    const asked = readExportRequest(readQuery(request.url));
    refuseClearNumbers(asked.view.criteria);
    const signal = open.enter(readerName(request), reply);
    const { frames, name } = await beginExport(request, asked, signal, deps);
    const type = MEDIA_TYPES[asked.format];
    const body = asked.inFrames ? framed(frames, request, signal) : bare(frames);
    return reply
      .type(asked.inFrames ? FRAMES_TYPE : type)
      .header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
      .send(Readable.from(body, { objectMode: false }));
  });
}

/** A frame, with its bytes where it has some. */
type Step = readonly [frame: ExportFrame, bytes?: Uint8Array];

/**
 * Finds out what there is, and notes it in the audit log.
 *
 * @throws BffError whatever keeps it from beginning; UpstreamError
 */
async function beginExport(
  request: FastifyRequest,
  asked: ExportRequest,
  signal: AbortSignal,
  deps: WholeExportRouteDeps,
): Promise<{ name: string; frames: AsyncGenerator<Step> }> {
  const { seals, cursors, calendar, audit, now } = deps;
  const { view, format, locale } = asked;
  const { sort } = view;
  const reader = readerOf(request);
  const rights = rightsText(reader);
  const ownInstances = deps.instances.of(reader.rights);
  const { instance, criteria, linked } = await viewWithin(view, reader, ownInstances, seals);
  const question = [asked.asked, format, locale, rights];
  const before = asked.after === undefined ? undefined : await cursors.open(asked.after, question);
  if (asked.after !== undefined && before === undefined)
    throw new BffError("invalid_parameter", {
      field: "after",
      detail: "It is of another export, or of a server with other keys.",
    });
  const range = before ?? resolveTimeRange(view.time, pinInstant(now()), calendar);
  const { from, to } = range;
  const set = { instance, criteria, range: { from, to } };
  const calls = callsWithin(deps.calls, scopeOf(reader));
  const { onSpent } = tallySpent();
  const asking = {
    purpose: "export",
    rights,
    readerName: readerName(request),
    signal,
    party: {},
    onSpent,
  } as const;
  const total = before?.total ?? (await calls.count(set, asking));
  if (sort.field !== "startTime" && total > MAX_REACHABLE)
    throw new BffError("export_order_out_of_reach", { field: "sort" });
  const { reasonAbove = Infinity } = deps;
  if (total > reasonAbove && asked.reason === undefined)
    throw new BffError("export_reason_needed", { field: "reason" });
  await audit.exported(request, set, { of: "all", records: total, reason: asked.reason });
  const named = (await ownInstances.list()).find(({ id }) => id === instance)?.name ?? instance;
  const writer = createExportWriter(
    { format, locale, columns: view.columns },
    calendar.timeZone,
    to,
    before?.writer,
  );
  const { words } = writer;
  const shown = shownTo(reader);
  const title = words.labels.export.fileName;
  const name = fileName({ title, instance: named, range: set.range, criteria, format, words });
  const rest = { ...set, range: before?.rest ?? set.range };

  async function* frames(): AsyncGenerator<Step> {
    let written = before?.written ?? 0;
    let toldAt = performance.now();
    yield [{ start: { total, asOf: to, name, type: MEDIA_TYPES[format], written } }];
    const left = before === undefined ? total : await calls.count(rest, asking);
    const steps = readExport(rest, sort, left, before?.incomplete ?? null, {
      // What a table has read a moment ago lacks what has been pushed there since.
      page: (page) => calls.page(page, { ...asking, since: performance.now() }),
      count: (some) => calls.count(some, asking),
      mayGrow: calls.mayGrow,
    });
    for (;;) {
      const { done, value: step } = await steps.next();
      if (done === true) {
        const incomplete = step ?? (written < total ? "counts_differ" : null);
        yield* ofBytes(writer.end(about(written, incomplete)));
        const arrived = Math.max(0, written - total);
        yield [{ end: { written, total, arrived, incomplete, requestId: request.id } }];
        return;
      }
      if ("records" in step) {
        written += step.records.length;
        yield* ofBytes(writer.write(step.records.map(shown.record)));
        if (performance.now() - toldAt < TELL_EVERY_MS) continue;
        toldAt = performance.now();
        yield [{ written }];
      } else {
        const state = { rest: step.rest, incomplete: step.incomplete, writer: writer.state() };
        const cursor = { edition: 1, from, to, total, written, ...state } as const;
        yield [{ written, after: await cursors.seal(cursor, question) }];
      }
    }
  }

  function about(rows: number, incomplete: Parameters<typeof aboutFile>[0]["incomplete"]) {
    const inLink = {
      ...DEFAULT_VIEW,
      instance,
      criteria: linked,
      time: set.range,
      sort,
      ...(view.columns !== undefined && { columns: view.columns }),
    };
    return aboutFile(
      {
        instance: [...new Set([named, instance])],
        range: set.range,
        asOf: to,
        criteria: shownCriteria(criteria, shown.text),
        sort,
        rows,
        total,
        incomplete,
        isMasked: hidesNumbers(reader),
        by: reader.name ?? reader.subject,
        madeAt: now(),
        requestIds: [request.id],
        view: linkSearch(inLink, { asOf: to, total }),
        origin: deps.origin,
      },
      words,
      locale,
    );
  }

  return { name, frames: frames() };
}

/** Numbers as the reader may see them. */
function shownCriteria(criteria: Criteria, text: (text: string) => string): Criteria {
  const numbers = activeCriteria(criteria).filter((key) => isKind(key, "phone"));
  const shown = numbers.map((key) => [key, text(String(criteria[key]))]);
  return { ...criteria, ...Object.fromEntries(shown) };
}

function* ofBytes(bytes: Uint8Array): Generator<Step> {
  if (bytes.length > 0) yield [{ bytes: bytes.length }, bytes];
}

/** The file alone. What fails breaks the connection off: a short file must not look like a whole one. */
async function* bare(frames: AsyncIterable<Step>): AsyncGenerator<Uint8Array> {
  for await (const [, bytes] of frames) if (bytes !== undefined) yield bytes;
}

async function* framed(
  frames: AsyncIterable<Step>,
  request: FastifyRequest,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const line = (frame: ExportFrame) => encoder.encode(`${JSON.stringify(frame)}\n`);
  try {
    for await (const [frame, bytes] of frames) {
      yield line(frame);
      if (bytes !== undefined) yield bytes;
    }
  } catch (error) {
    // There is nobody left to tell, or the server closes: whoever reads asks again.
    signal.throwIfAborted();
    yield line({ problem: problemOf(error, request) });
  }
}

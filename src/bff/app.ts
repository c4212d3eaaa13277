import type { FastifyBaseLogger, FastifyInstance } from "fastify";
import { projectVersion } from "#process/project-version.ts";
import type { ServerSettings } from "#process/settings/server-settings.ts";
import type { AccessFile } from "./access/access-file.ts";
import { addAuditedRefusals } from "./access/audit/audit-refusals.ts";
import { createStreamSink, type AuditSink } from "./access/audit/audit-sink.ts";
import { createAudit } from "./access/audit/create-audit.ts";
import { createOpenings } from "./access/audit/create-openings.ts";
import type { Identify } from "./access/identity.ts";
import { createInstanceDirectory } from "./access/instance-directory.ts";
import { passingSecret } from "./access/links/link-secrets.ts";
import { createNumberSeals } from "./access/links/number-seals.ts";
import { createOwnPeople } from "./access/own-people.ts";
import { addReaderGuard } from "./access/reader-guard.ts";
import { addRequestLimits, USUAL_LIMITS, type RequestLimits } from "./access/request-limits.ts";
import type { SignIn } from "./access/sign-in/sign-in.ts";
import type { TeamViews } from "./access/team-views.ts";
import { callInTurn } from "./calls/call-in-turn.ts";
import { createCallReader } from "./calls/create-call-reader.ts";
import { createReadingRoom } from "./calls/reading-room.ts";
import { createUpstreamLimiter } from "./calls/upstream-limiter.ts";
import { createDurationReader } from "./durations/duration-reader.ts";
import { createCursorSeals } from "./exports/export-cursor.ts";
import { addWholeExportRoute } from "./exports/whole-export-route.ts";
import { addClosing } from "./http/closing.ts";
import { addHostGuard } from "./http/host-guard.ts";
import { createHttpApp } from "./http/http-app.ts";
import { addMethodGuard } from "./http/method-guard.ts";
import { addNodeRefusals } from "./http/node-refusals.ts";
import { addRequestLog } from "./http/request-log.ts";
import { addRequestRoom } from "./http/request-room.ts";
import { addSecurityHeaders } from "./http/security-headers.ts";
import { addSiteGuard } from "./http/site-guard.ts";
import { addStaticFiles } from "./http/static-files.ts";
import type { Resolve } from "./recordings/public-lookup.ts";
import { addRecordingRoutes } from "./recordings/recording-routes.ts";
import { createStorage } from "./recordings/storage.ts";
import { addCallBackRoute } from "./routes/call-back-route.ts";
import { addCountsRoute } from "./routes/counts-route.ts";
import { addEventsRoute } from "./routes/events-route.ts";
import { addExportsRoute } from "./routes/exports-route.ts";
import { addLinksRoute } from "./routes/links-route.ts";
import { addPeopleRoute } from "./routes/people-route.ts";
import { addRecordRoute } from "./routes/record-route.ts";
import { addRecordsRoute } from "./routes/records-route.ts";
import { addRepeatRoute } from "./routes/repeat-route.ts";
import { addRevealRoute } from "./routes/reveal-route.ts";
import { addSampleRoute } from "./routes/sample-route.ts";
import { addSessionRoute } from "./routes/session-route.ts";
import { addTeamViewsRoute } from "./routes/team-views-route.ts";
import { listInstances } from "./upstream/list-instances.ts";
import { listPeople } from "./upstream/list-people.ts";
import { createUpstreamClient } from "./upstream/upstream-client.ts";
import type { UpstreamSource } from "./upstream/upstream-source.ts";
import { addHealthRoutes } from "./watch/health-routes.ts";
import { addMetricsRoute } from "./watch/metrics-route.ts";
import { createMetrics, type Metrics } from "./watch/metrics.ts";

export interface BffDeps {
  readonly settings: ServerSettings;
  readonly upstream: UpstreamSource;
  readonly log: FastifyBaseLogger;
  /** The directory of the built browser half; absent where Vite serves it. */
  readonly staticRoot?: string | undefined;
  /** Absent where nobody signs in: then every reader is this machine's operator. */
  readonly identify?: Identify | undefined;
  /** Who may do what; without it nobody who signs in may do anything. */
  readonly access?: AccessFile | undefined;
  /** Brings its own `identify`, and the pages of signing in. */
  readonly signIn?: SignIn | undefined;
  /** Where the audit log goes; absent: to standard output where somebody signs in, else nowhere. */
  readonly auditSink?: AuditSink | undefined;
  /** By which numbers in links are sealed; absent: those of the settings, or one that nobody keeps. */
  readonly linkSecrets?: readonly string[] | undefined;
  /** Absent: there are no views that everyone is handed. */
  readonly teamViews?: TeamViews | undefined;
  /** Requests in a minute; absent: the usual where somebody signs in, else none. */
  readonly limits?: RequestLimits | undefined;
  /** Absent: the server's own. */
  readonly metrics?: Metrics | undefined;
  /** Of the names of storage hosts; absent: the system's own. */
  readonly resolve?: Resolve | undefined;
  readonly now?: () => number;
}

/** The list of instances is for all readers: nobody who leaves gives it up. */
const NEVER = new AbortController().signal;

/**
 * The BFF, built but not listening. Closed, it closes its connections to the upstream too.
 *
 * @throws StartError if the browser's files are missing
 */
export async function createBff(deps: BffDeps): Promise<FastifyInstance> {
  const { settings, log, staticRoot, signIn, access, now = Date.now } = deps;
  const { identify = signIn?.identify } = deps;
  const { timeZone, retentionDays, serviceLevelSeconds } = settings;
  const { endpoint, credentials, sampleData, fault } = deps.upstream;
  const signsIn = identify !== undefined;
  const metrics = deps.metrics ?? createMetrics();
  const upstream = createUpstreamClient({
    endpoint,
    credentials,
    timeoutMs: settings.upstreamTimeoutMs,
    concurrency: settings.upstreamConcurrency,
    observe: (event) => metrics.observeUpstream(event),
  });
  const limiter = createUpstreamLimiter({
    concurrency: settings.upstreamConcurrency,
    callsPerSecond: settings.upstreamCallsPerSecond,
    longestWaitMs: settings.longestWaitMs,
    onRefused: metrics.noteRefused,
  });
  metrics.watchWaiting(limiter.waiting);
  const instances = createInstanceDirectory({
    allowedIds: settings.instanceIds,
    listInstances: () =>
      callInTurn(limiter, { purpose: "rows", signal: NEVER }, (options) =>
        listInstances(upstream, options),
      ),
  });
  const ownPeople = createOwnPeople({
    search: (search) =>
      callInTurn(
        limiter,
        { purpose: "rows", instance: search.instance, signal: NEVER },
        (options) => listPeople(upstream, search, options),
      ),
    now,
  });

  const auditSink = deps.auditSink ?? (signsIn ? createStreamSink(process.stdout) : undefined);
  const audit = createAudit({
    sink: auditSink,
    version: projectVersion(),
    now,
  });

  const secrets = deps.linkSecrets ?? settings.linkSecrets ?? [passingSecret()];
  const seals = createNumberSeals(secrets);

  const app = createHttpApp({
    log,
    answerMs: settings.upstreamTimeoutMs,
    trustedProxies: settings.trustedProxies,
  });
  // First: what waits for an upstream that throttles would hold its connection open.
  app.addHook("preClose", async () => limiter.close());
  app.addHook("onClose", () => upstream.close());
  addClosing(app);
  addRequestLog(app, (event) => metrics.observeHttp(event));
  await addSecurityHeaders(app, settings);
  addNodeRefusals(app);
  const refuseOtherMethods = addMethodGuard(app);
  addHostGuard(app, settings);
  addSiteGuard(app, settings);
  addAuditedRefusals(app, audit);
  const limits = deps.limits ?? (signsIn ? USUAL_LIMITS : undefined);
  if (limits !== undefined) addRequestLimits(app, limits);
  addReaderGuard(app, { identify, access });
  const room = addRequestRoom(app, settings, () => metrics.noteRefused("request", "memory"));

  const readings = createReadingRoom(room);
  const reader = createCallReader({
    upstream,
    limiter,
    cacheBytes: settings.cacheBytes,
    now,
    observe: (event) => metrics.observeReading(event),
  });
  const calls = createDurationReader({ reader, readings, now });

  addSessionRoute(app, {
    timeZone,
    retentionDays,
    serviceLevelSeconds,
    instances,
    ownPeople,
    access,
    sampleData,
    now,
  });
  addRecordsRoute(app, { calls, instances, seals, calendar: settings, audit, now });
  const { longestWaitMs } = settings;
  const counting = { calls, readings, limiter, longestWaitMs };
  addCountsRoute(app, { ...counting, instances, seals, calendar: settings, audit, now });
  const answering = { calls, readings, limiter, instances, seals, calendar: settings, audit, now };
  addSampleRoute(app, answering);
  addRepeatRoute(app, answering);
  addCallBackRoute(app, { calls, limiter, instances, seals, calendar: settings, audit, now });
  const reading = { upstream, limiter, instances, retentionDays, now };
  const openings = createOpenings(audit, now);
  addRecordRoute(app, { ...reading, openings });
  addEventsRoute(app, { ...reading, openings });
  addLinksRoute(app, { ...reading, openings, seals });
  addRevealRoute(app, { ...reading, audit });
  const storage = createStorage({
    hosts: settings.recordingHosts,
    upstreamOrigin: endpoint,
    timeoutMs: settings.upstreamTimeoutMs,
    resolve: deps.resolve,
  });
  addRecordingRoutes(app, { ...reading, audit, openings, storage, timeZone });
  addExportsRoute(app, { instances, seals, calendar: settings, audit, now });
  addWholeExportRoute(app, {
    calls,
    instances,
    seals,
    cursors: createCursorSeals(secrets),
    calendar: settings,
    origin: settings.publicUrl,
    reasonAbove: settings.exportReasonAbove,
    audit,
    now,
  });
  addPeopleRoute(app, { upstream, limiter, instances, ownPeople, audit, now });
  addTeamViewsRoute(app, { teamViews: deps.teamViews, instances });
  addHealthRoutes(app, { upstream, fault, auditSink, now });
  // Where readers come, what all of them do is nothing for each of them.
  if (!signsIn && settings.metricsPort === undefined) addMetricsRoute(app, metrics);
  await signIn?.addTo(app, audit);
  if (staticRoot !== undefined) await addStaticFiles(app, staticRoot);
  refuseOtherMethods();
  return app;
}

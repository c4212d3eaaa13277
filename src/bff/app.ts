import { randomUUID } from "node:crypto";
import {
  fastify,
  LogController,
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyRequest,
} from "fastify";
import { BffError } from "./http/bff-error.ts";
import { answerClientError } from "./http/client-error.ts";
import type { Config } from "#process/config.ts";
import type { CredentialsSource } from "./upstream/credentials.ts";
import { addHealthRoutes } from "./watch/health-routes.ts";
import { addHostGuard } from "./http/host-guard.ts";
import { createInstanceDirectory } from "./access/instance-directory.ts";
import { listInstances } from "./upstream/list-instances.ts";
import { callInTurn } from "./calls/call-in-turn.ts";
import { createCallReader } from "./calls/create-call-reader.ts";
import { addCountsRoute } from "./routes/counts-route.ts";
import { createMetrics } from "./watch/metrics.ts";
import { addPeopleRoute } from "./routes/people-route.ts";
import { sendProblem } from "./http/problem.ts";
import { addRecordRoute } from "./routes/record-route.ts";
import { addRecordsRoute } from "./routes/records-route.ts";
import { addSecurityHeaders } from "./http/security-headers.ts";
import { addSessionRoute } from "./routes/session-route.ts";
import { addSiteGuard } from "./http/site-guard.ts";
import { addStaticFiles } from "./http/static-files.ts";
import { createUpstreamClient } from "./upstream/upstream-client.ts";
import { createUpstreamLimiter } from "./calls/upstream-limiter.ts";

export interface BffDeps {
  readonly config: Config;
  /** An origin and who signs for it. */
  readonly upstream: { readonly endpoint: string; readonly credentials: CredentialsSource };
  /** True when the records are generated. */
  readonly sampleData: boolean;
  readonly log: FastifyBaseLogger;
  /** The directory of the built browser half; absent where Vite serves it. */
  readonly staticRoot?: string | undefined;
  readonly now?: () => number;
}

/** The list of instances is for all readers: nobody who leaves gives it up. */
const NEVER = new AbortController().signal;
/** Of sending a request: who sends a byte a minute would keep a connection for good. */
const REQUEST_TIMEOUT_MS = 30_000;
const CONNECTIONS_CHECKED_MS = 5_000;
/** Longest path parameter before decoding: 128 characters of three bytes, each as `%XX`. */
const MAX_PARAM_LENGTH = 128 * 9;

/**
 * The thin server, ready to listen. Closing it closes its connections to the upstream.
 *
 * @throws StartError if the browser's files are missing
 */
export async function createBff(deps: BffDeps): Promise<FastifyInstance> {
  const { config, log, now = Date.now } = deps;
  const metrics = createMetrics();
  const upstream = createUpstreamClient({
    ...deps.upstream,
    timeoutMs: config.upstreamTimeoutMs,
    concurrency: config.upstreamConcurrency,
    observe: (event) => metrics.observeUpstream(event),
  });
  const limiter = createUpstreamLimiter({
    concurrency: config.upstreamConcurrency,
    callsPerSecond: config.upstreamCallsPerSecond,
  });
  const reader = createCallReader({
    upstream,
    limiter,
    now,
    observe: (event) => metrics.observeReading(event),
  });
  const app = fastify({
    loggerInstance: log,
    // Fastify's own lines hold the URL, and the URL holds what people filter by.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    // Closing waits for what is under way, which may take as long as the upstream does.
    pluginTimeout: config.upstreamTimeoutMs + 5_000,
    requestTimeout: REQUEST_TIMEOUT_MS,
    // Node minds the limit of a request only where that of its headers is no longer.
    http: {
      headersTimeout: REQUEST_TIMEOUT_MS,
      // Our own guard refuses such a request, and in the form of every other refusal.
      requireHostHeader: false,
      connectionsCheckingInterval: CONNECTIONS_CHECKED_MS,
    },
    routerOptions: { maxParamLength: MAX_PARAM_LENGTH },
    clientErrorHandler: answerClientError,
    frameworkErrors: (error, request, reply) => sendProblem(error, request, reply),
  });
  const underWay = countUnderWay(app);
  app.addHook("preClose", async () => {
    // First: what waits for an upstream that throttles would hold its connection open.
    limiter.close();
    closeConnections(app, underWay);
  });
  app.addHook("onClose", () => upstream.close());

  app.addHook("onRequest", async (request, reply) => {
    reply.header("x-request-id", request.id).header("cache-control", "no-store");
  });
  app.addHook("onResponse", async (request, reply) => {
    const { method } = request;
    const route = routeName(request);
    const status = reply.statusCode;
    metrics.observeHttp({ method, route, status, seconds: reply.elapsedTime / 1000 });
    request.log.info({ method, route, status, ms: Math.round(reply.elapsedTime) }, "request");
  });
  app.setErrorHandler((error, request, reply) => sendProblem(error, request, reply));
  app.setNotFoundHandler((request, reply) => {
    if (/^\/api(\/|\?|$)/.test(request.url))
      return sendProblem(new BffError("route_not_found"), request, reply);
    reply.code(404).type("text/plain; charset=utf-8").send("There is nothing at this address.\n");
  });

  await addSecurityHeaders(app, config);
  addHostGuard(app, config);
  addSiteGuard(app, config);
  const instances = createInstanceDirectory({
    allowedIds: config.instanceIds,
    listInstances: () =>
      callInTurn(limiter, { purpose: "rows", signal: NEVER }, (options) =>
        listInstances(upstream, options),
      ),
  });
  addSessionRoute(app, { config, instances, sampleData: deps.sampleData, now });
  addRecordsRoute(app, { reader, instances, timeZone: config.timeZone, now });
  addCountsRoute(app, { reader, limiter, instances, timeZone: config.timeZone, now });
  addRecordRoute(app, { upstream, limiter, instances, retentionDays: config.retentionDays, now });
  addPeopleRoute(app, { upstream, limiter, instances, now });
  addHealthRoutes(app, { upstream, metrics, now });
  if (deps.staticRoot !== undefined) await addStaticFiles(app, deps.staticRoot);
  return app;
}

/** How many requests wait for the end of their answer. */
function countUnderWay(app: FastifyInstance): () => number {
  let count = 0;
  app.addHook("onRequest", async (_request, reply) => {
    count += 1;
    reply.raw.once("close", () => (count -= 1));
  });
  return () => count;
}

/**
 * Closing a server closes the connections that are idle at that moment; one that is answering would
 * stay open, kept alive, for a minute after its answer. One on which nothing or half a request has
 * come is not idle: browsers open such ahead of need. Once no answer is under way all are closed.
 */
function closeConnections({ server }: FastifyInstance, underWay: () => number): void {
  if (!server.listening) return;
  const timer = setInterval(
    () => (underWay() > 0 ? server.closeIdleConnections() : server.closeAllConnections()),
    50,
  );
  server.once("close", () => clearInterval(timer));
  timer.unref();
}

/** The pattern of a route of ours; all files are one route. */
function routeName(request: FastifyRequest): string {
  const pattern = request.routeOptions.url;
  if (pattern === undefined) return "(none)";
  return /^\/(api|healthz|readyz|metrics)/.test(pattern) ? pattern : "(files)";
}

import { randomUUID } from "node:crypto";
import { fastify, LogController, type FastifyBaseLogger, type FastifyInstance } from "fastify";
import { BARE_HEADERS } from "./bare-headers.ts";
import { BffError } from "./bff-error.ts";
import { answerClientError } from "./client-error.ts";
import { addJsonBody } from "./json-body.ts";
import { sendProblem } from "./problem.ts";
import { isPageVisit } from "./refusal-page.ts";

export interface HttpAppDeps {
  readonly log: FastifyBaseLogger;
  /** How long an answer may take, ms: closing waits for what is under way. */
  readonly answerMs: number;
  /** Addresses and CIDR blocks of those whose `X-Forwarded-For` is believed. */
  readonly trustedProxies?: readonly string[] | undefined;
}

/** Of sending a request: who sends a byte a minute would keep a connection for good. */
const REQUEST_TIMEOUT_MS = 30_000;
const CONNECTIONS_CHECKED_MS = 5_000;
/** A browser opens six; a proxy in front keeps some dozens. */
const MAX_CONNECTIONS = 4_096;
/** Longest path parameter before decoding: 128 characters of three bytes, each as `%XX`. */
const MAX_PARAM_LENGTH = 128 * 9;

/** A server without routes: its limits, an id for every request, and every error as a problem. */
export function createHttpApp({
  log,
  answerMs,
  trustedProxies = [],
}: HttpAppDeps): FastifyInstance {
  const app = fastify({
    loggerInstance: log,
    // Fastify's own lines hold the URL, and the URL holds what people filter by.
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: trustedProxies.length > 0 && [...trustedProxies],
    genReqId: () => randomUUID(),
    pluginTimeout: answerMs + 5_000,
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
    // The router refuses before any hook is run.
    frameworkErrors: (error, request, reply) => {
      reply.headers(BARE_HEADERS).header("x-request-id", request.id);
      return sendProblem(error, request, reply);
    },
  });
  // Beyond it a connection is closed as it comes: each costs memory before it has asked for anything.
  app.server.maxConnections = MAX_CONNECTIONS;
  app.addHook("onRequest", async (request, reply) => {
    reply.header("x-request-id", request.id).header("cache-control", "no-store");
  });
  addJsonBody(app);
  app.setErrorHandler((error, request, reply) => sendProblem(error, request, reply));
  app.setNotFoundHandler((request, reply) => {
    if (/^\/api(\/|\?|$)/.test(request.url) || isPageVisit(request))
      return sendProblem(new BffError("route_not_found"), request, reply);
    reply.code(404).type("text/plain; charset=utf-8").send("There is nothing at this address.\n");
  });
  return app;
}

import { randomUUID } from "node:crypto";
import Fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from "fastify";
import { MINUTE_MS } from "#contract/time/durations.ts";
import { createNonceStore } from "#signing/nonce-store.ts";
import type { Asked, Faults } from "./faults/create-faults.ts";
import { findOperation } from "./operations/operations.ts";
import { addRecordingRoute } from "./recordings/recording-route.ts";
import { abandonedSignal } from "./request/abandoned-signal.ts";
import { createCallQuota, ThrottledError } from "./request/call-quota.ts";
import { verifyRequest } from "./request/verify-request.ts";
import { errorBody, WireError, type Refuser } from "./request/wire-error.ts";
import type { RecordStore } from "./store/record-store.ts";

export interface AccessKey {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  /** Given, requests must carry it; absent, they must carry none. */
  readonly securityToken?: string | undefined;
}

export interface UpstreamServerDeps {
  readonly store: RecordStore;
  readonly accessKeys: readonly AccessKey[];
  /** IANA name: whose midnight begins "today". */
  readonly timeZone: string;
  readonly now?: (() => number) | undefined;
  /** What each access key may ask in a second; undefined: as much as it likes. */
  readonly callsPerSecond?: number | undefined;
  /** Instances that go wrong on purpose; without it there are none. */
  readonly faults?: Faults | undefined;
  readonly logger?: FastifyBaseLogger | undefined;
}

const ALLOWED_SKEW_MS = 15 * MINUTE_MS;
/** Most clients send all parameters in the query; this is for those that send them in a body. */
const BODY_LIMIT_BYTES = 1024 * 1024;
/** How long a closing upstream waits for the end of what it is answering. */
const GRACE_MS = 3_000;
/** A request that is not whole by then is given up. */
const REQUEST_MS = 60_000;
/** Of everything that is not `/`, which is where RPC-style operations live. */
const NO_SUCH_API = "InvalidAction.NotFound";

/** What a failure says to the client. A fault of ours says nothing of itself. */
function refusalOf(error: unknown): WireError {
  if (error instanceof WireError) return error;
  // Fastify's own, before our handler is asked.
  const { statusCode } = error as Partial<FastifyError>;
  if (statusCode === 413) return new WireError("RequestTooLarge");
  if (statusCode !== undefined && statusCode < 500) return new WireError("InvalidParameter");
  return new WireError("InternalService.Common");
}

const HOST = /^([\w.-]{1,253}|\[[\da-f:.]{2,45}\])(:\d{1,5})?$/i;

/** Under which the client knows this server; not every signature covers it, so it may be anything. */
function hostOf({ headers, raw }: FastifyRequest): string {
  const { host = "" } = headers;
  return HOST.test(host) ? host : `${raw.socket.localAddress}:${raw.socket.localPort}`;
}

/** The provider's API over a store, built but not listening. It does not close the store. */
export function createUpstreamServer(deps: UpstreamServerDeps): FastifyInstance {
  const { store, accessKeys, timeZone, now = Date.now, callsPerSecond, faults, logger } = deps;
  const keys = new Map(accessKeys.map((key) => [key.accessKeyId, key]));
  // A date may be as far ahead as behind, so a nonce matters for twice the skew, ends included.
  const nonces = createNonceStore({ ttlMs: 2 * ALLOWED_SKEW_MS + 1, now });
  const spendCall = callsPerSecond === undefined ? undefined : createCallQuota(callsPerSecond);
  const app = Fastify({
    ...(logger !== undefined && { loggerInstance: logger }),
    // Its own lines would hold the query, and with it phone numbers.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID().toUpperCase(),
    bodyLimit: BODY_LIMIT_BYTES,
    // A filter may list many values, and all of them are in the URL.
    http: { maxHeaderSize: 128 * 1024 },
    forceCloseConnections: "idle",
    requestTimeout: REQUEST_MS,
    // Of itself Fastify repeats a URL that it cannot read, and with it what is asked.
    frameworkErrors: (_error, request, reply) =>
      refuse(new WireError(NO_SUCH_API), "gateway", request, reply),
  });
  // Parameters may be in the body of either method, and Fastify does not read that of a GET.
  app.addHttpMethod("GET", { hasBody: true, overrideExisting: true });
  // The signature covers the raw bytes, whatever they are.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", { parseAs: "buffer" }, (_request, body, done) => done(null, body));

  function refuse(error: unknown, refuser: Refuser, request: FastifyRequest, reply: FastifyReply) {
    const refusal = refusalOf(error);
    if (refusal.status >= 500) request.log.error({ err: error }, "the upstream failed");
    else request.log.info({ code: refusal.code }, "refused");
    if (refusal instanceof ThrottledError)
      reply.header("x-acs-retry-after", String(refusal.retryAfterMs));
    const body = errorBody(refusal, request.id, refuser, hostOf(request));
    return reply.code(refusal.status).send(body);
  }

  app.addHook("preClose", async () => {
    faults?.close();
    // A client that sends half a request, or does not read its answer, would hold it up for ever.
    const timer = setTimeout(() => app.server.closeAllConnections(), GRACE_MS).unref();
    app.server.once("close", () => clearTimeout(timer));
  });
  app.addHook("onSend", async (request, reply) => {
    reply.header("x-acs-request-id", request.id);
  });
  app.setErrorHandler((error, request, reply) => refuse(error, "gateway", request, reply));
  app.setNotFoundHandler((request, reply) =>
    refuse(new WireError(NO_SUCH_API), "gateway", request, reply),
  );

  addRecordingRoute(app, { store, findKey: (id) => keys.get(id), now });
  app.route({
    method: ["GET", "POST"],
    url: "/",
    // With it a `HEAD` would run the query for nothing.
    exposeHeadRoute: false,
    async handler(request, reply) {
      const at = now();
      const { accessKeyId, action, parameters } = verifyRequest(
        {
          method: request.method,
          rawUrl: request.raw.url ?? "",
          headers: request.headers,
          body: request.body instanceof Buffer ? request.body : "",
          now: at,
          allowedSkewMs: ALLOWED_SKEW_MS,
          findSecret: (id) => keys.get(id),
        },
        nonces,
      );
      const operation = findOperation(action);
      const accessKey = keys.get(accessKeyId);
      if (operation === undefined || accessKey === undefined) throw new WireError(NO_SUCH_API);
      await spendCall?.(accessKeyId);
      const answer = async (asked: Asked) => {
        const data = await operation(asked.parameters, asked.context);
        request.log.info({ action, ms: now() - at }, "answered");
        return {
          Code: "OK",
          Message: "OK",
          RequestId: request.id,
          HttpStatusCode: 200,
          Data: data,
        };
      };
      const signal = abandonedSignal(reply.raw);
      try {
        const asked = {
          action,
          parameters,
          context: {
            store,
            instances: store.instances,
            timeZone,
            now: at,
            signal,
            host: hostOf(request),
            accessKey,
          },
        };
        return await (faults?.answer(asked, answer, reply) ?? reply.send(await answer(asked)));
      } catch (error) {
        // Nobody is there to be told, and a statement that was stopped for that is no fault.
        if (signal.aborted) return reply.hijack();
        return await refuse(error, "service", request, reply);
      }
    },
  });
  return app;
}

export interface RunningUpstream {
  /** Without a slash at the end, such as `http://127.0.0.1:41234`. */
  readonly url: string;
  /** Finishes what is being answered, then stops listening. */
  close(): Promise<void>;
}

/** Builds and listens on loopback. `port` 0 takes any free one. */
export async function startUpstreamServer(
  deps: UpstreamServerDeps & { readonly port?: number },
): Promise<RunningUpstream> {
  const app = createUpstreamServer(deps);
  const url = await app.listen({ host: "127.0.0.1", port: deps.port ?? 0 });
  return { url, close: () => app.close() };
}

import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Metrics } from "#bff/watch/metrics.ts";
import { BFF_PATHS } from "./bff-paths.ts";

/** A line of the log and a measurement for every request, neither of which holds its URL. */
export function addRequestLog(app: FastifyInstance, metrics: Pick<Metrics, "observeHttp">): void {
  app.addHook("onResponse", async (request, reply) => {
    const { method } = request;
    const route = routeName(request);
    const status = reply.statusCode;
    metrics.observeHttp({ method, route, status, seconds: reply.elapsedTime / 1000 });
    request.log.info({ method, route, status, ms: Math.round(reply.elapsedTime) }, "request");
  });
}

/** The pattern of a route of ours; all files are one route. */
function routeName(request: FastifyRequest): string {
  const pattern = request.routeOptions.url;
  if (pattern === undefined) return "(none)";
  return BFF_PATHS.some((path) => pattern.startsWith(path)) ? pattern : "(files)";
}

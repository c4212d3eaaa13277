import type { FastifyInstance, FastifyRequest } from "fastify";
import { BFF_PATHS } from "./bff-paths.ts";

export interface HttpEvent {
  readonly method: string;
  /** The route's pattern, never a URL: its parameters are personal data. */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

/** Every request is a line of the log and an event, neither of which holds its URL. */
export function addRequestLog(app: FastifyInstance, observe: (event: HttpEvent) => void): void {
  app.addHook("onResponse", async (request, reply) => {
    const { method } = request;
    const route = routeName(request);
    const status = reply.statusCode;
    observe({ method, route, status, seconds: reply.elapsedTime / 1000 });
    request.log.info({ method, route, status, ms: Math.round(reply.elapsedTime) }, "request");
  });
}

/** The pattern of a route of ours; all files are one route. */
function routeName(request: FastifyRequest): string {
  const pattern = request.routeOptions.url;
  if (pattern === undefined) return "(none)";
  return BFF_PATHS.some((path) => pattern.startsWith(path)) ? pattern : "(files)";
}

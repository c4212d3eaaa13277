import type { FastifyBaseLogger, FastifyInstance } from "fastify";
import { createHttpApp } from "#bff/http/http-app.ts";
import type { Metrics } from "./metrics.ts";

/** `/metrics`: how the server does, and nothing of any person. */
export function addMetricsRoute(app: FastifyInstance, metrics: Metrics): void {
  app.get("/metrics", async (_request, reply) =>
    reply.type(metrics.contentType).send(await metrics.read()),
  );
}

/** A server with nothing else, for a port that readers do not reach; it takes any name as its own. */
export function createMetricsApp(log: FastifyBaseLogger, metrics: Metrics): FastifyInstance {
  const app = createHttpApp({ log, answerMs: 1_000 });
  addMetricsRoute(app, metrics);
  return app;
}

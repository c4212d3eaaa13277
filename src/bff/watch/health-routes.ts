import type { FastifyInstance } from "fastify";
import type { UpstreamClient } from "#bff/upstream/upstream-client.ts";
import type { UpstreamSource } from "#bff/upstream/upstream-source.ts";
import { checkUpstream, type Readiness } from "./readiness.ts";

export interface HealthRouteDeps {
  readonly upstream: UpstreamClient;
  readonly fault: UpstreamSource["fault"];
  readonly now: () => number;
}

const KEEP_MS = 5_000;

/** `/healthz` (the process answers), `/readyz` (and can reach its upstream). */
export function addHealthRoutes(app: FastifyInstance, deps: HealthRouteDeps): void {
  const { upstream, fault, now } = deps;
  let cached: { readiness: Promise<Readiness>; until: number } | undefined;

  app.get("/healthz", () => ({ status: "ok" }));

  app.get("/readyz", async (_request, reply) => {
    // Probes come from every replica of every load balancer; one call answers them all.
    if (cached === undefined || cached.until <= now())
      cached = { readiness: checkUpstream(upstream, fault?.()), until: now() + KEEP_MS };
    const readiness = await cached.readiness;
    return reply.code(readiness.ready ? 200 : 503).send(readiness);
  });
}

import type { FastifyInstance } from "fastify";
import type { AuditSink } from "#bff/access/audit/audit-sink.ts";
import type { UpstreamClient } from "#bff/upstream/upstream-client.ts";
import type { UpstreamSource } from "#bff/upstream/upstream-source.ts";
import { checkAudit, checkUpstream, type Readiness } from "./readiness.ts";

export interface HealthRouteDeps {
  readonly upstream: UpstreamClient;
  readonly fault: UpstreamSource["fault"];
  /** Undefined where nothing is written. */
  readonly auditSink: AuditSink | undefined;
  readonly now: () => number;
}

const KEEP_MS = 5_000;

/** `/healthz` (the process answers), `/readyz` (and can reach its upstream, and write its audit log). */
export function addHealthRoutes(app: FastifyInstance, deps: HealthRouteDeps): void {
  const { upstream, fault, auditSink, now } = deps;
  let cached: { readiness: Promise<Readiness>; until: number } | undefined;

  async function check(): Promise<Readiness> {
    const audit = await checkAudit(auditSink);
    return audit.ready ? checkUpstream(upstream, fault?.()) : audit;
  }

  app.get("/healthz", () => ({ status: "ok" }));

  app.get("/readyz", async (_request, reply) => {
    // Probes come from every replica of every load balancer; one check answers them all.
    if (cached === undefined || cached.until <= now())
      cached = { readiness: check(), until: now() + KEEP_MS };
    const readiness = await cached.readiness;
    return reply.code(readiness.ready ? 200 : 503).send(readiness);
  });
}

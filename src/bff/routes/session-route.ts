import type { FastifyInstance } from "fastify";
import type { InstanceDirectory } from "#bff/access/instance-directory.ts";
import { readerOf } from "#bff/access/reader.ts";
import { preferredLocale } from "#bff/http/preferred-locale.ts";
import { readQuery, refuseProblems } from "#bff/http/read-query.ts";
import { SESSION_ROUTE } from "#contract/api/first-paths.ts";
import type { Session } from "#contract/api/session.ts";

export interface SessionRouteDeps {
  readonly timeZone: string;
  readonly retentionDays: number;
  readonly instances: InstanceDirectory;
  readonly sampleData: boolean;
  readonly now: () => number;
}

/** `GET /api/session`: who the reader is, and what may be read. */
export function addSessionRoute(app: FastifyInstance, deps: SessionRouteDeps): void {
  const { timeZone, retentionDays, instances, sampleData, now } = deps;
  app.get(SESSION_ROUTE, async (request): Promise<Session> => {
    const names = [...readQuery(request.url).keys()];
    refuseProblems(names.map((name) => ({ name, reason: "unknown-name" })));
    const { subject, name, roles, rights } = readerOf(request);
    return {
      user: subject === undefined ? null : { name: name ?? subject, roles: [...roles] },
      rights,
      instances: [...(await instances.list())],
      timeZone,
      retentionDays,
      locale: preferredLocale(request.headers["accept-language"]),
      sampleData,
      serverTime: now(),
    };
  });
}

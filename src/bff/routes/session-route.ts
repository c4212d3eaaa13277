import type { FastifyInstance } from "fastify";
import type { AccessFile } from "#bff/access/access-file.ts";
import type { InstanceDirectory } from "#bff/access/instance-directory.ts";
import type { OwnPeople } from "#bff/access/own-people.ts";
import { scopeOf } from "#bff/access/own-scope.ts";
import { readerOf } from "#bff/access/reader.ts";
import { shownTo } from "#bff/access/shown-to.ts";
import { preferredLocale } from "#bff/http/preferred-locale.ts";
import { readQuery, refuseProblems } from "#bff/http/read-query.ts";
import { SESSION_ROUTE } from "#contract/api/first-paths.ts";
import type { Session } from "#contract/api/session.ts";

export interface SessionRouteDeps {
  readonly timeZone: string;
  readonly retentionDays: number;
  readonly serviceLevelSeconds: number;
  readonly instances: InstanceDirectory;
  readonly ownPeople: OwnPeople;
  readonly access: AccessFile | undefined;
  readonly sampleData: boolean;
  readonly now: () => number;
}

/** `GET /api/session`: who the reader is, and what may be read. */
export function addSessionRoute(app: FastifyInstance, deps: SessionRouteDeps): void {
  const {
    timeZone,
    retentionDays,
    serviceLevelSeconds,
    instances,
    ownPeople,
    access,
    sampleData,
    now,
  } = deps;
  app.get(SESSION_ROUTE, async (request): Promise<Session> => {
    const names = [...readQuery(request.url).keys()];
    refuseProblems(names.map((name) => ({ name, reason: "unknown-name" })));
    const reader = readerOf(request);
    const { subject, name, rights } = reader;
    const scope = scopeOf(reader);
    const shown = shownTo(reader);
    const listed = await instances.of(rights).list();
    const roles = (access?.roles ?? []).filter((role) => reader.roles.includes(role.name));
    const people = scope && (await ownPeople.of(reader, scope, listed));
    return {
      user:
        subject === undefined
          ? null
          : {
              subject,
              name: name ?? subject,
              roles: roles.map((role) => ({ name: role.name, words: role.words })),
            },
      rights,
      scope:
        scope === undefined || people === undefined
          ? null
          : {
              filter: scope.filter,
              people: people.map((person) => ({ id: person.id, name: shown.text(person.name) })),
            },
      instances: [...listed],
      timeZone,
      retentionDays,
      serviceLevelSeconds,
      locale: preferredLocale(request.headers["accept-language"]),
      sampleData,
      serverTime: now(),
    };
  });
}

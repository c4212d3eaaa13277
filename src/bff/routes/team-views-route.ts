import type { FastifyInstance } from "fastify";
import type { InstanceDirectory } from "#bff/access/instance-directory.ts";
import { readerOf } from "#bff/access/reader.ts";
import type { TeamViews } from "#bff/access/team-views.ts";
import { readQuery, refuseProblems } from "#bff/http/read-query.ts";
import { TEAM_VIEWS_ROUTE, type TeamViewsReply } from "#contract/api/team-views.ts";
import { readView } from "#contract/view/view-codec.ts";

export interface TeamViewsRouteDeps {
  /** Absent: there are none. */
  readonly teamViews: TeamViews | undefined;
  readonly instances: InstanceDirectory;
}

/** `GET /api/team-views`: those of instances that the reader may see; what else they may is asked as one is opened. */
export function addTeamViewsRoute(app: FastifyInstance, deps: TeamViewsRouteDeps): void {
  const { teamViews, instances } = deps;
  app.get(TEAM_VIEWS_ROUTE, async (request): Promise<TeamViewsReply> => {
    const names = [...readQuery(request.url).keys()];
    refuseProblems(names.map((name) => ({ name, reason: "unknown-name" })));
    const reader = readerOf(request);
    const views = (await teamViews?.list()) ?? [];
    if (views.length === 0) return { views: [] };
    const ids = (await instances.of(reader.rights).list()).map(({ id }) => id);
    const isTheirs = (search: string) => {
      const { instance } = readView(new URLSearchParams(search)).view;
      return instance === undefined || ids.includes(instance);
    };
    return { views: views.filter(({ view }) => isTheirs(view)) };
  });
}

import { useQuery } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";
import { teamViewsQuery } from "#app/api/team-views-query.ts";
import { locationSearch, subscribeToLocation } from "#app/view/location-store.ts";
import { useKept } from "./kept-store.ts";
import type { Kept, KeptView } from "./kept-views.ts";
import { markOpen, openMark, subscribeToOpenMark } from "./open-mark.ts";
import { useCoreOf } from "./use-core-of.ts";

export interface SavedViews {
  readonly kept: Kept;
  /** Those that everyone is handed. */
  readonly team: readonly KeptView[];
  readonly isTeamMissing: boolean;
  /** Whether `team` is what the server says, and neither awaited nor missing. */
  readonly isTeamKnown: boolean;
  /** The addresses of the views looked at last. */
  readonly recent: readonly string[];
  /** The view that is looked at, or was opened and has been changed since. */
  readonly open:
    | { readonly view: KeptView; readonly isOwn: boolean; readonly isChanged: boolean }
    | undefined;
  readonly coreOf: (search: string) => string;
}

/** Begins the ids of team views, which have none. */
const TEAM = "team ";

/** What a team view is known by here: its name, in a space of its own. */
export const teamId = (name: string) => TEAM + name;

/**
 * The views there are, and which of them is open.
 *
 * @param isTeamAsked whether those of the team are asked for although none of them may be open
 */
export function useSavedViews(isTeamAsked: boolean): SavedViews {
  const { kept, recent } = useKept();
  const search = useSyncExternalStore(subscribeToLocation, locationSearch);
  const mark = useSyncExternalStore(subscribeToOpenMark, openMark);
  const coreOf = useCoreOf();
  const { data, isError } = useQuery({
    ...teamViewsQuery(),
    enabled: isTeamAsked || mark?.startsWith(TEAM) === true || typeof kept.start === "object",
  });
  const team = (data?.views ?? []).map(({ name, view }) => ({ id: teamId(name), name, view }));
  const all = [...kept.views, ...team];
  const here = coreOf(search);
  const marked = all.find(({ id }) => id === mark);
  // Of two that show the same the one that was opened is meant.
  const same = [...(marked ? [marked] : []), ...all].find(({ view }) => coreOf(view) === here);
  const view = same ?? marked;
  const id = view?.id;
  useEffect(() => {
    if (id !== undefined) markOpen(id);
  }, [id]);
  const isOwn = kept.views.some((own) => own.id === id);
  return {
    kept,
    team,
    isTeamMissing: isError,
    isTeamKnown: data !== undefined,
    recent,
    open: view && { view, isOwn, isChanged: same === undefined },
    coreOf,
  };
}

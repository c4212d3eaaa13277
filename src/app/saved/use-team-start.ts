import { useEffect, useEffectEvent } from "react";
import { useSavedWords } from "#app/i18n/use-saved-words.ts";
import { useSay } from "#app/ui/use-say.tsx";
import { changeKeptViews } from "./kept-store.ts";
import type { SavedViews } from "./use-saved-views.ts";

/**
 * Keeps the view of the team that one begins with as the team has it by now: from the next visit on, since this one
 * has begun. One that is handed to nobody any more is let go, and it says so.
 */
export function useTeamStart({ kept, team, isTeamKnown }: SavedViews): void {
  const words = useSavedWords();
  const say = useSay();
  const start = typeof kept.start === "object" ? kept.start : undefined;
  const now = team.find(({ name }) => name === start?.name);
  const isNews = isTeamKnown && start !== undefined && now?.view !== start.view;
  const follow = useEffectEvent(() => {
    if (start === undefined) return;
    const next = now && { name: now.name, view: now.view };
    const isKept = changeKeptViews((known) => ({ ...known, start: next }));
    if (isKept && next === undefined) say("info", words.startGone(start.name), "saved");
  });
  useEffect(() => {
    if (isNews) follow();
  }, [isNews]);
}

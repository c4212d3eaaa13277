import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useEffect, useEffectEvent } from "react";
import { knownNumbers } from "#app/api/known-numbers.ts";
import { isLapsed } from "#app/api/lapse.ts";
import { sessionQuery } from "#app/api/session-query.ts";
import { useWatchWords } from "#app/i18n/use-watch-words.ts";
import { useOpenView } from "#app/view/use-open-view.ts";
import { askForCheck } from "./ask-for-check.ts";
import { notify } from "./notify.ts";
import type { Measured, RuleState } from "./rule-state.ts";
import { callsSearchOf, viewOfRule } from "./rule-view.ts";
import { startWatching, type Checking } from "./start-watching.ts";
import { useRuleWords } from "./use-rule-words.ts";
import type { WatchRule } from "./watch-rules.ts";
import { watchedNow, type WatchKeys } from "./watch-store.ts";
import { windowRange } from "./watch-window.ts";
import { measure } from "./watched-figure.ts";

/** Watches while it is mounted, which is while somebody is signed in and a page is open. */
export function useWatching(keys: WatchKeys): void {
  const client = useQueryClient();
  const session = useSuspenseQuery(sessionQuery()).data;
  const words = useWatchWords();
  const ruleWords = useRuleWords();
  const openView = useOpenView();

  const check = useEffectEvent(
    async (rule: WatchRule, checking: Checking): Promise<Measured | undefined> => {
      const { view, instance } = viewOfRule(rule, session, knownNumbers(client));
      if (instance === undefined) return undefined;
      const asOf = session.now();
      const range = windowRange(rule.window, asOf, session.timeZone);
      const found = await measure(rule, view.criteria, (criteria, question) =>
        askForCheck(client, { instance, range, criteria, asOf }, question, checking),
      );
      return found && { ...found, range };
    },
  );
  const onNews = useEffectEvent((rule: WatchRule, state: RuleState) => {
    if (!watchedNow(keys).isNotified) return;
    const search = callsSearchOf(rule, state, session, knownNumbers(client));
    // Nothing of the filters: a number may be among them.
    notify(words.panel, ruleWords.alarm(rule, state), rule.id, () => {
      if (search !== undefined) openView(search);
    });
  });
  const now = useEffectEvent(() => session.now());
  useEffect(
    () =>
      startWatching({
        keys,
        now: () => now(),
        isHeld: () => isLapsed(client),
        check: (rule, checking) => check(rule, checking),
        onNews: (rule, state) => onNews(rule, state),
      }),
    [keys, client],
  );
}

import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import Button from "antd/es/button";
import { useEffect, useMemo, useState } from "react";
import { knownNumbers } from "#app/api/known-numbers.ts";
import { sessionQuery } from "#app/api/session-query.ts";
import { useFormats } from "#app/i18n/use-formats.ts";
import { useWatchWords } from "#app/i18n/use-watch-words.ts";
import { useOpenView } from "#app/view/use-open-view.ts";
import { MINUTE_MS } from "#contract/time/durations.ts";
import { dismissed, isShown, quietened, uncheckedSince, type RuleState } from "./rule-state.ts";
import { callsSearchOf } from "./rule-view.ts";
import { useRuleWords } from "./use-rule-words.ts";
import { useWatching } from "./use-watching.ts";
import type { WatchRule } from "./watch-rules.ts";
import { changeState, useWatched, watchKeys, type WatchKeys } from "./watch-store.ts";
import classes from "./watch.module.css";

/** More would push the rows away; the panel has all. */
const MOST_SHOWN = 3;

/** Watches, and says across the screen which figures have crossed their threshold. */
export function WatchPlace() {
  const session = useSuspenseQuery(sessionQuery()).data;
  const subject = session.user?.subject;
  const keys = useMemo(() => watchKeys(subject), [subject]);
  useWatching(keys);
  const words = useWatchWords();
  const { count } = useFormats();
  const ruleWords = useRuleWords();
  const { watched, states } = useWatched(keys);
  const now = useMinute(session.now);
  const rules = watched.rules.filter(({ isPaused }) => isPaused !== true);
  const alarms = rules.flatMap((rule) => {
    const state = states[rule.id];
    return state && isShown(state, now) ? [{ rule, state }] : [];
  });
  const unchecked = rules.flatMap(({ id }) => uncheckedSince(states[id], now) ?? []);
  // It is there before anything is said in it, or it would not be read out.
  return (
    <section aria-label={words.region} aria-live="polite" className={classes["banner"]}>
      {alarms.slice(0, MOST_SHOWN).map((one) => (
        <Alarm key={one.rule.id} {...one} keys={keys} />
      ))}
      {alarms.length > MOST_SHOWN && (
        <p className={classes["line"]}>{words.more(count(alarms.length - MOST_SHOWN))}</p>
      )}
      {unchecked.length > 0 && (
        <p className={`${classes["line"]} ${classes["unchecked"]}`}>
          {words.uncheckedSome(count(unchecked.length), ruleWords.clock(Math.min(...unchecked)))}
        </p>
      )}
    </section>
  );
}

function Alarm({ rule, state, keys }: { rule: WatchRule; state: RuleState; keys: WatchKeys }) {
  const words = useWatchWords();
  const ruleWords = useRuleWords();
  const client = useQueryClient();
  const session = useSuspenseQuery(sessionQuery()).data;
  const openView = useOpenView();
  const search = callsSearchOf(rule, state, session, knownNumbers(client));
  const change = (to: (state: RuleState) => RuleState) =>
    changeState(keys, rule.id, (known) => known && to(known));
  return (
    <div className={`${classes["line"]} ${classes["alarm"]}`}>
      <span className={classes["text"]}>{ruleWords.alarm(rule, state)}</span>
      {search !== undefined && (
        <Button size="small" onClick={() => openView(search)}>
          {words.calls}
        </Button>
      )}
      <Button size="small" onClick={() => change((known) => quietened(known, session.now()))}>
        {words.quiet}
      </Button>
      <Button size="small" type="text" onClick={() => change(dismissed)}>
        {words.dismiss}
      </Button>
    </div>
  );
}

/** The time, drawn anew each minute: what is quiet, or not checked, comes to be said without any event. */
function useMinute(now: () => number): number {
  const [, setTick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTick((tick) => tick + 1), MINUTE_MS / 2);
    return () => clearInterval(timer);
  }, []);
  return now();
}

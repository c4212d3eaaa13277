import { afterCheck, isDue, type Measured, type RuleState } from "./rule-state.ts";
import type { Watched, WatchRule } from "./watch-rules.ts";
import {
  changeState,
  statesNow,
  subscribeToWatch,
  watchedNow,
  type WatchKeys,
} from "./watch-store.ts";

export interface Checking {
  readonly signal: AbortSignal;
  /** To be told of the upstream calls that a check costs, also of one that fails. */
  readonly onSpent: (calls: number) => void;
}

interface WatchingDeps {
  readonly keys: WatchKeys;
  /** ms, by the server's clock */
  readonly now: () => number;
  /** Whether nothing is to be asked at the moment: nobody is signed in. */
  readonly isHeld: () => boolean;
  /** Counts a rule's figure. Rejects, or is undefined, where that cannot be had. */
  readonly check: (rule: WatchRule, checking: Checking) => Promise<Measured | undefined>;
  readonly onNews: (rule: WatchRule, state: RuleState) => void;
}

/** How often it is looked which rules are due; nothing is asked for that. */
const LOOK_MS = 5_000;

/**
 * Checks each rule once a minute, or more seldom where that costs much, one after the other, in one tab of the browser: whichever holds the lock, and
 * another as soon as that is closed. Returns what ends it.
 */
export function startWatching(deps: WatchingDeps): () => void {
  const ended = new AbortController();
  const { signal } = ended;
  const watch = () => watchUntil(signal, deps);
  // Where there are no locks, in a page without https, each tab is on its own.
  if (!("locks" in navigator)) void watch();
  else
    navigator.locks.request(deps.keys.states, { signal }, watch).catch(() => {
      // It was ended before its turn came.
    });
  return () => ended.abort();
}

function watchUntil(signal: AbortSignal, deps: WatchingDeps): Promise<void> {
  let isChecking = false;
  const look = async () => {
    if (isChecking || signal.aborted) return;
    isChecking = true;
    try {
      await checkDue(signal, deps);
    } finally {
      isChecking = false;
    }
  };
  return new Promise((resolve) => {
    const timer = setInterval(() => void look(), LOOK_MS);
    const unsubscribe = subscribeToWatch(() => void look());
    signal.addEventListener("abort", () => {
      clearInterval(timer);
      unsubscribe();
      resolve();
    });
    void look();
  });
}

const isEqual = (one: WatchRule, other: WatchRule) => JSON.stringify(one) === JSON.stringify(other);

async function checkDue(signal: AbortSignal, deps: WatchingDeps): Promise<void> {
  const { keys, now, isHeld, check, onNews } = deps;
  const tried = new Set<string>();
  for (;;) {
    // Anew each time: meanwhile one may have been taken out.
    const rule = watchedNow(keys).rules.find(
      ({ id, isPaused }) =>
        isPaused !== true && !tried.has(id) && isDue(statesNow(keys)[id], now()),
    );
    if (rule === undefined || isHeld() || signal.aborted) return;
    tried.add(rule.id);
    // Why it failed is said by what shows figures; here it is enough that it is not known.
    let spent = 0;
    const onSpent = (calls: number) => {
      spent += calls;
    };
    const measured = await check(rule, { signal, onSpent }).catch(() => undefined);
    if (signal.aborted || isHeld()) return;
    const isSame = ({ rules }: Watched) => rules.some((one) => isEqual(one, rule));
    // What was counted says nothing of a rule that is another by now.
    if (!isSame(watchedNow(keys))) continue;
    let news: RuleState | undefined;
    changeState(keys, rule.id, (before) => {
      const { state, isNews } = afterCheck(rule, before, measured, { now: now(), spent });
      if (isNews) news = state;
      return state;
    });
    if (news !== undefined) onNews(rule, news);
  }
}

import * as z from "zod/mini";
import { LEAST_SHARE_BASE } from "#app/overview/summary/least-share-base.ts";
import { HOUR_MS, MINUTE_MS } from "#contract/time/durations.ts";
import { MOST_RULES, parsed, UNITS, type WatchRule } from "./watch-rules.ts";

/** Between two checks of a rule. */
const PACE_MS = MINUTE_MS;
/** Of the account's quota, which is one for all readers: at most a call a second for each rule. */
const MS_PER_CALL = 1_000;
/** So long after it was due a rule counts as not checked. */
const STALE_MS = 2 * PACE_MS;
/** Of the threshold: so far must a figure have come back before it may be told again. */
const MARGIN = 0.1;

const instant = z.number();
const stateSchema = z.object({
  /** `few`: too few calls to tell by. */
  status: z.enum(["calm", "few", "alarm"]),
  /** When it was last tried, and last checked; ms. */
  triedAt: instant,
  checkedAt: z.optional(instant),
  /** Upstream calls that the last try has cost. */
  spent: z.optional(z.number()),
  /** What came out, of how many calls, and of which time. */
  value: z.optional(z.number()),
  base: z.optional(z.number()),
  range: z.optional(z.object({ from: instant, to: instant })),
  /** Since when the threshold is crossed; of `few`: of the alarm that was there when the calls became too few. */
  since: z.optional(instant),
  /** Since when checks fail. */
  failedSince: z.optional(instant),
  quietUntil: z.optional(instant),
  isDismissed: z.optional(z.boolean()),
  /** Whether the present alarm has been told. */
  isTold: z.optional(z.boolean()),
});
/** What is known of a rule. */
export type RuleState = z.infer<typeof stateSchema>;
export type RuleStates = Readonly<Record<string, RuleState>>;

/** A figure as it was counted. `base`: of how many calls. */
export interface Measured {
  readonly value: number;
  readonly base: number;
  readonly range: { readonly from: number; readonly to: number };
}

export function readStates(text: string | null): RuleStates {
  const stored = z.record(z.string(), z.unknown()).safeParse(parsed(text)).data ?? {};
  const states: Record<string, RuleState> = {};
  for (const [id, entry] of Object.entries(stored).slice(0, 2 * MOST_RULES)) {
    const state = stateSchema.safeParse(entry).data;
    if (state) states[id] = state;
  }
  return states;
}

function isCrossed({ side, value: threshold }: WatchRule, value: number): boolean {
  return side === "over" ? value > threshold : value < threshold;
}

/** Whether a figure has come back by more than it may waver. */
function isBack({ figure, side, value: threshold }: WatchRule, value: number): boolean {
  const margin = MARGIN * threshold;
  if (side === "over") return value <= threshold - margin;
  // A share cannot be more than all.
  const most = UNITS[figure] === "percent" ? (100 - threshold) / 2 : Infinity;
  return value >= threshold + Math.min(margin, most);
}

/** Of calls any number says something; a share or a rank of a handful does not. */
const isTooFew = ({ figure }: WatchRule, base: number) =>
  UNITS[figure] !== "calls" && base < LEAST_SHARE_BASE;

/**
 * What is known of a rule after a check, and whether that is news: told once as the threshold is crossed, and
 * again only once the figure has come back and crossed anew, or when the quiet asked for has ended and it is
 * still crossed.
 *
 * @param measured undefined: it could not be checked, which says neither that all is well nor that it is not
 */
export function afterCheck(
  rule: WatchRule,
  before: RuleState | undefined,
  measured: Measured | undefined,
  { now, spent }: { readonly now: number; readonly spent: number },
): { readonly state: RuleState; readonly isNews: boolean } {
  const old = before ?? { status: "calm", triedAt: now };
  if (measured === undefined) {
    const failedSince = old.failedSince ?? old.checkedAt ?? now;
    return { state: { ...old, triedAt: now, spent, failedSince }, isNews: false };
  }
  const { quietUntil } = old;
  const isQuiet = quietUntil !== undefined && quietUntil > now;
  const { value, base } = measured;
  const checked = {
    triedAt: now,
    checkedAt: now,
    spent,
    ...measured,
    ...(isQuiet && { quietUntil }),
  };
  // Too few calls in between say nothing of an alarm: neither that it is over nor that the next is another.
  const wasAlarm = old.status === "alarm" || (old.status === "few" && old.since !== undefined);
  const wasTold = wasAlarm && old.isTold === true && (isQuiet || quietUntil === undefined);
  const ofAlarm = {
    since: wasAlarm ? (old.since ?? now) : now,
    ...(wasAlarm && old.isDismissed === true && { isDismissed: true }),
  };
  if (isTooFew(rule, base)) {
    const kept = wasAlarm && { ...ofAlarm, isTold: wasTold };
    return { state: { ...checked, ...kept, status: "few" }, isNews: false };
  }
  if (wasAlarm ? isBack(rule, value) : !isCrossed(rule, value))
    return { state: { ...checked, status: "calm" }, isNews: false };
  const isNews = !wasTold && !isQuiet && old.isDismissed !== true;
  return {
    state: { ...checked, ...ofAlarm, status: "alarm", isTold: wasTold || isNews },
    isNews,
  };
}

/** Whether a rule's alarm is on the screen. */
export function isShown({ status, quietUntil, isDismissed }: RuleState, now: number): boolean {
  const isQuiet = quietUntil !== undefined && quietUntil > now;
  return status === "alarm" && isDismissed !== true && !isQuiet;
}

/** From one try to the next. */
const paceOf = ({ spent = 0 }: RuleState) => Math.max(PACE_MS, spent * MS_PER_CALL);

/** Since when a rule has not been checked, though it should have been; undefined where it has. */
export function uncheckedSince(state: RuleState | undefined, now: number): number | undefined {
  if (state === undefined) return undefined;
  if (state.failedSince !== undefined) return state.failedSince;
  return now - state.triedAt > paceOf(state) + STALE_MS
    ? (state.checkedAt ?? state.triedAt)
    : undefined;
}

export const isDue = (state: RuleState | undefined, now: number): boolean =>
  // A clock that was set back makes nothing wait.
  state === undefined || now - state.triedAt >= paceOf(state) || state.triedAt > now;

export const quietened = (state: RuleState, now: number): RuleState => ({
  ...state,
  quietUntil: now + HOUR_MS,
});
export const dismissed = (state: RuleState): RuleState => ({ ...state, isDismissed: true });

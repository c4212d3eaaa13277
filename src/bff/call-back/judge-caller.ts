import type { WaitingCaller } from "#contract/api/call-back.ts";
import { aftermathOf, isFromCustomer, type SettledBy } from "#contract/record/aftermath.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import { customerSide } from "#contract/record/customer-side.ts";
import { hasReachedSomebody } from "#contract/record/reached-nobody.ts";
import { waitSeconds } from "#contract/record/wait-time.ts";
import type { LostCaller } from "./lost-callers.ts";

/** A caller without what tells who it is. */
export type Waiting = Omit<WaitingCaller, "caller">;

/** Whether somebody has talked to a caller since, or what is to be known of one who still waits. */
export type Verdict = { readonly settledBy: SettledBy } | { readonly waiting: Waiting };

/**
 * What became of a caller.
 *
 * @param calls calls of that customer alone, all that began since the first of the tries
 */
export function judgeCaller({ tries }: LostCaller, calls: readonly CallRecord[]): Verdict {
  const call = tries[0] ?? {};
  const { settledBy, inVain } = aftermathOf(call, calls);
  if (settledBy !== undefined) return { settledBy };
  const talkedAt = Math.max(
    ...calls.filter(isOfCustomer).filter(hasReachedSomebody).map(startOf),
    -Infinity,
  );
  const since = tries.filter((one) => startOf(one) >= talkedAt);
  // Who never came as far as a queue has not waited for 0 s.
  const waits = since.map((one) => waitSeconds(one) ?? 0).filter((seconds) => seconds > 0);
  const last = inVain.at(-1);
  return {
    waiting: {
      call,
      tries: since.length,
      firstAt: Math.min(...since.map(startOf)),
      ...(waits.length > 0 && { longestWait: Math.max(...waits) }),
      ...(last && { inVain: { count: inVain.length, lastAt: startOf(last) } }),
    },
  };
}

function startOf({ startTime = 0 }: CallRecord): number {
  return startTime;
}

function isOfCustomer(record: CallRecord): boolean {
  return isFromCustomer(record) || customerSide(record) === "calledNumber";
}

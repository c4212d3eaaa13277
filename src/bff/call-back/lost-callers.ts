import { customerNumber } from "#contract/filter/customer-number.ts";
import { isWithheld } from "#contract/filter/withheld-number.ts";
import type { CallRecord } from "#contract/record/call-record.ts";

/** Somebody who called and reached nobody. */
export interface LostCaller {
  /** In the one form in which numbers can be compared. */
  readonly number: string;
  /** Their calls that reached nobody, the latest first. */
  readonly tries: readonly CallRecord[];
}

export interface LostCallers {
  readonly callers: readonly LostCaller[];
  /** Calls of these callers, and those below. */
  readonly tries: number;
  /** Calls without a number that can be called. */
  readonly withheld: number;
  /** When the earliest of the calls began, ms. */
  readonly since: number | undefined;
}

const startOf = ({ startTime = 0 }: CallRecord) => startTime;

/** The latest first; of two of one moment always the same. */
function byStart(a: CallRecord, b: CallRecord): number {
  return startOf(b) - startOf(a) || ((a.contactId ?? "") < (b.contactId ?? "") ? 1 : -1);
}

/**
 * The callers of some calls that reached nobody, whoever called last first. Where they are more than `most`, the
 * earliest calls are left out, so that of what is left nothing is.
 */
export function lostCallers(calls: readonly CallRecord[], most: number): LostCallers {
  const byNumber = new Map<string, CallRecord[]>();
  let tries = 0;
  let withheld = 0;
  let since: number | undefined;
  for (const call of calls.toSorted(byStart)) {
    const number = isWithheld(call.callingNumber) ? undefined : customerNumber(call);
    const known = number === undefined ? undefined : byNumber.get(number);
    if (number !== undefined && known === undefined && byNumber.size === most) break;
    if (number === undefined) withheld += 1;
    else if (known === undefined) byNumber.set(number, [call]);
    else known.push(call);
    tries += 1;
    since = startOf(call);
  }
  const callers = [...byNumber].map(([number, ofThem]) => ({ number, tries: ofThem }));
  return { callers, tries, withheld, since };
}

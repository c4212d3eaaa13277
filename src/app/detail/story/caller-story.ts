import { nationalNumber } from "#contract/filter/national-number.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import { customerSide } from "#contract/record/customer-side.ts";
import { hasReachedNobody } from "#contract/record/reached-nobody.ts";

/** A later call of the same customer. */
interface Later {
  readonly afterMs: number;
  readonly isAnswered: boolean;
}

/** What a customer went through around one call. */
export interface CallerStory {
  /** Their calls, this one among them, the earliest first. */
  readonly calls: readonly CallRecord[];
  /** Calls from the customer that followed another one of theirs. */
  readonly repeats: number;
  /** Present where the caller reached nobody: what happened next, as far as it did. */
  readonly afterwards?: { readonly calledBack?: Later; readonly rangAgain?: Later };
}

/** The customer's number of a call, in the one form in which numbers can be compared. */
function customerOf(record: CallRecord): string | undefined {
  const side = customerSide(record);
  const number = side === undefined || side === "nobody" ? undefined : record[side];
  return number === undefined ? undefined : (nationalNumber(number) ?? number);
}

const isFromCustomer = (record: CallRecord) => customerSide(record) === "callingNumber";

/** @param found calls in which the number occurs, in any order: a part of another number among them */
export function storyOf(record: CallRecord, found: readonly CallRecord[]): CallerStory {
  const customer = customerOf(record);
  const others = found.filter(
    (one) => one.contactId !== record.contactId && customerOf(one) === customer,
  );
  const calls = [record, ...others].toSorted((a, b) => (a.startTime ?? 0) - (b.startTime ?? 0));
  const repeats = Math.max(0, calls.filter(isFromCustomer).length - 1);
  if (!isFromCustomer(record) || !hasReachedNobody(record)) return { calls, repeats };
  const { startTime = 0 } = record;
  const endedAt = record.releaseTime ?? startTime;
  const firstAfter = (isWanted: (one: CallRecord) => boolean): Later | undefined => {
    const next = calls.find((one) => (one.startTime ?? 0) > startTime && isWanted(one));
    if (next?.startTime === undefined) return undefined;
    return {
      // A caller with two telephones may ring again before the first call is over.
      afterMs: Math.max(0, next.startTime - endedAt),
      isAnswered: next.establishedTime !== undefined,
    };
  };
  const calledBack = firstAfter((one) => !isFromCustomer(one));
  const rangAgain = firstAfter(isFromCustomer);
  return {
    calls,
    repeats,
    afterwards: { ...(calledBack && { calledBack }), ...(rangAgain && { rangAgain }) },
  };
}

import { customerNumber } from "#contract/filter/customer-number.ts";
import { isLost } from "#contract/filter/lost-calls.ts";
import { aftermathOf, isFromCustomer } from "#contract/record/aftermath.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import { hasReachedSomebody } from "#contract/record/reached-nobody.ts";

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

/** @param found calls in which the number occurs, in any order: a part of another number among them */
export function storyOf(record: CallRecord, found: readonly CallRecord[]): CallerStory {
  const customer = customerNumber(record);
  const others = found.filter(
    (one) => one.contactId !== record.contactId && customerNumber(one) === customer,
  );
  const calls = [record, ...others].toSorted((a, b) => (a.startTime ?? 0) - (b.startTime ?? 0));
  const repeats = Math.max(0, calls.filter(isFromCustomer).length - 1);
  if (!isLost(record)) return { calls, repeats };
  const endedAt = record.releaseTime ?? record.startTime ?? 0;
  const told = (next: CallRecord | undefined): Later | undefined =>
    next && {
      // A caller with two telephones may ring again before the first call is over.
      afterMs: Math.max(0, (next.startTime ?? 0) - endedAt),
      isAnswered: hasReachedSomebody(next),
    };
  const after = aftermathOf(record, others);
  const [calledBack, rangAgain] = [told(after.calledBack), told(after.rangAgain)];
  return {
    calls,
    repeats,
    afterwards: { ...(calledBack && { calledBack }), ...(rangAgain && { rangAgain }) },
  };
}

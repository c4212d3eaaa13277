import type { CallRecord } from "./call-record.ts";
import { customerSide } from "./customer-side.ts";
import { hasReachedSomebody } from "./reached-nobody.ts";

/** How a customer was talked to after all: they rang again and were answered, or were called back. */
export const SETTLED_BY = ["got-through", "called-back"] as const;
/** One of {@link SETTLED_BY}. */
export type SettledBy = (typeof SETTLED_BY)[number];

/** What came of a call that reached nobody. */
export interface Aftermath {
  /** The first call of theirs after it, whether or not it was answered. */
  readonly rangAgain: CallRecord | undefined;
  /** The first call to them after it, likewise. */
  readonly calledBack: CallRecord | undefined;
  /** How they were first talked to; undefined: they are still waiting. */
  readonly settledBy: SettledBy | undefined;
  /** Calls to them that reached nobody, the earliest first. */
  readonly inVain: readonly CallRecord[];
}

/**
 * What came of a call, by the later ones of the same customer. Later is what began later: of two that began in
 * the same millisecond nobody can say which was first, and neither followed the other.
 *
 * @param ofCustomer calls of that customer alone, in any order, with or without the call itself
 */
export function aftermathOf(
  { startTime = 0 }: CallRecord,
  ofCustomer: readonly CallRecord[],
): Aftermath {
  const later = ofCustomer
    .filter((one) => one.startTime !== undefined && one.startTime > startTime)
    .toSorted((a, b) => (a.startTime ?? 0) - (b.startTime ?? 0));
  const fromThem = later.filter(isFromCustomer);
  const toThem = later.filter(isToCustomer);
  const settling = later.find(
    (one) => (isFromCustomer(one) || isToCustomer(one)) && hasReachedSomebody(one),
  );
  return {
    rangAgain: fromThem[0],
    calledBack: toThem[0],
    settledBy:
      settling === undefined ? undefined : isFromCustomer(settling) ? "got-through" : "called-back",
    inVain: toThem.filter((one) => !hasReachedSomebody(one)),
  };
}

/** Whether the customer called. */
export function isFromCustomer(record: CallRecord): boolean {
  return customerSide(record) === "callingNumber";
}

/** Whether the customer was called. */
function isToCustomer(record: CallRecord): boolean {
  return customerSide(record) === "calledNumber";
}

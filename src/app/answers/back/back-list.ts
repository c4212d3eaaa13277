import type { CallBackEnd, CallBackLooked, WaitingCaller } from "#contract/api/call-back.ts";

/** Who is to be called back, as far as it is known. */
export interface BackList {
  readonly looked: CallBackLooked;
  readonly callers: readonly WaitingCaller[];
  /** Callers who were looked at. */
  readonly judged: number;
  /** Absent while it is being found out. */
  readonly end: CallBackEnd | undefined;
  /** Upstream calls that it has cost. */
  readonly spent: number;
  /** Callers who stood in the list, and were talked to since. */
  readonly dealtWith: number;
  /** Since when these are counted: what the first list had looked at, ms. */
  readonly firstUpTo: number;
}

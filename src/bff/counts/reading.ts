import type { NotePage } from "#bff/calls/reading-room.ts";
import { BffError } from "#bff/http/bff-error.ts";
import type { CallSet } from "#contract/view/call-set.ts";
import type { CallsInHand } from "./calls-in-hand.ts";

/** How calls other than those in hand are read for a question. */
export interface Reading {
  /**
   * Calls that are counted.
   *
   * @param since only pages that were asked for then or later will do, ms, monotonic
   */
  inHand(set: CallSet, total: number, since?: number): CallsInHand;
  /** Reads pages as far as memory has room for them. */
  run<T>(pages: number, read: (note: NotePage) => Promise<T>): Promise<T>;
}

/** How soon a reading that calls came into may be tried again. */
const RETRY_AFTER_MS = 2_000;

/**
 * What is read of one moment: once more where calls came meanwhile.
 *
 * @param read undefined where calls came meanwhile; `isAgain`: what is kept will not do
 * @throws BffError `server_busy` where they came each time: that says nothing of how many there are
 */
export async function readUnmoved<T>(
  read: (isAgain: boolean) => Promise<T | undefined>,
): Promise<T> {
  const known = (await read(false)) ?? (await read(true));
  if (known !== undefined) return known;
  throw new BffError("server_busy", {
    detail: "Calls came while they were read.",
    retryAfterMs: RETRY_AFTER_MS,
  });
}

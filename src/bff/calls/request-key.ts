import { createHash } from "node:crypto";

/**
 * A key of 43 characters for whatever names a request, however long it is: filters by the customer's own
 * words may have 16,000 characters, and caches hold their keys as long as what is behind them.
 */
export function requestKey(parts: readonly unknown[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("base64url");
}

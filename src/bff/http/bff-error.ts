import type { ErrorCode } from "#contract/api/errors.ts";
import type { RightName } from "#contract/api/rights.ts";
import type { Words } from "#contract/api/words.ts";

/** The codes that the server gives; the other two are the browser's own. */
export type BffErrorCode = Exclude<ErrorCode, "network" | "bad_reply">;

/** What is known of a failure beside its code. */
export interface BffErrorParts {
  /** One sentence for a developer, in our own words: never a phone number or the upstream's text. */
  readonly detail?: string | undefined;
  /** The parameter to blame, by its name in the URL. */
  readonly field?: string | undefined;
  /** The upstream's error code, such as `Throttling.User`. */
  readonly upstreamCode?: string | undefined;
  /** The upstream's request id. */
  readonly requestId?: string | undefined;
  /** Where the code's own HTTP status is not the one to answer with. */
  readonly status?: number | undefined;
  /** How far this server's clock is ahead of the upstream's; negative: behind. */
  readonly clockAheadSeconds?: number | undefined;
  /** How long whoever asked is to wait before asking again, ms. */
  readonly retryAfterMs?: number | undefined;
  /** With `method_not_allowed`: the methods that the route takes. */
  readonly methods?: readonly string[] | undefined;
  /** With `right_missing`: which. */
  readonly right?: RightName | undefined;
  /** With `no_role`: who is signed in, and whom they may ask for one. */
  readonly signedInAs?: string | undefined;
  readonly whomToAsk?: Words | undefined;
  readonly cause?: unknown;
}

/** A failure with a stable code. `problem.ts` turns it into a reply. */
export class BffError extends Error {
  override readonly name: string = "BffError";
  readonly code: BffErrorCode;
  readonly parts: BffErrorParts;

  constructor(code: BffErrorCode, parts: BffErrorParts = {}) {
    super(parts.detail ?? code, { cause: parts.cause });
    this.code = code;
    this.parts = parts;
  }
}

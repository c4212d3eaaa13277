import * as z from "zod/mini";
import { RECORDING_CODES } from "./recording-codes.ts";
import { RIGHT_NAMES, type RightName } from "./rights.ts";
import { wordsSchema, type Words } from "./words.ts";

/**
 * Every way a request can fail, as a stable code. Programs read the code; people read the words that
 * the screen has for it (`app/i18n`).
 */
export const ERROR_CODES = [
  // the request
  "invalid_parameter",
  "instance_forbidden",
  "calls_forbidden",
  "permission_denied",
  // of a reader: nobody is signed in, or no longer; who is signed in has no role; the role lacks a right
  "sign_in_required",
  "no_role",
  "right_missing",
  "record_not_found",
  // what is asked for by a duration is more than can be found by reading
  "too_many_calls",
  "route_not_found",
  "method_not_allowed",
  // the upstream answered, and refused
  "upstream_parameter",
  "upstream_instance_not_found",
  "upstream_credentials",
  "clock_wrong",
  "upstream_forbidden",
  "upstream_throttled",
  "upstream_failed",
  "upstream_not_ok",
  // the upstream did not answer, or not in its own form
  "upstream_timeout",
  "upstream_unreachable",
  "upstream_not_json",
  "upstream_bad_json",
  "upstream_bad_reply",
  "credentials_missing",
  // a recording is not to be had
  ...RECORDING_CODES,
  // of an export: page numbers do not reach all in this order; so many need a reason
  "export_order_out_of_reach",
  "export_reason_needed",
  // the BFF has too much to do; one reader or address has asked for too much
  "server_busy",
  "too_many_requests",
  // what is to be shown cannot be logged
  "audit_failed",
  // between the browser and the BFF
  "network",
  "bad_reply",
  "internal",
] as const;

/** One of {@link ERROR_CODES}. */
export type ErrorCode = (typeof ERROR_CODES)[number];

/** An error on its way to the browser: RFC 9457 `application/problem+json`. */
export interface Problem {
  /** A URI for the code. */
  readonly type: string;
  /** The code in a few English words. */
  readonly title: string;
  /** The HTTP status of the reply. Within a line of `/api/counts`: what it would have been. */
  readonly status: number;
  readonly code: ErrorCode;
  /** One sentence for a developer. Never holds a phone number, a secret or the upstream's own text. */
  readonly detail?: string | undefined;
  /** The upstream's request id where it gave one, else the BFF's own. */
  readonly requestId?: string | undefined;
  /** The upstream's error code, such as `Throttling.User`. */
  readonly upstreamCode?: string | undefined;
  /** The parameter to blame, by its name in the URL. */
  readonly field?: string | undefined;
  /** With `clock_wrong`: how far the server's clock is ahead of the upstream's; negative: behind. */
  readonly clockAheadSeconds?: number | undefined;
  /** When the same may be asked again; as the header `Retry-After`. */
  readonly retryAfterSeconds?: number | undefined;
  /** With `right_missing`: the right that the request needs. */
  readonly right?: RightName | undefined;
  /** With `no_role`: who is signed in. */
  readonly signedInAs?: string | undefined;
  /** With `no_role`: whom to ask for one, where the access file says it. */
  readonly whomToAsk?: Words | undefined;
}

/** Reads a {@link Problem}. A code that this edition does not know is refused. */
export const problemSchema: z.ZodMiniType<Problem> = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  code: z.enum(ERROR_CODES),
  detail: z.optional(z.string()),
  requestId: z.optional(z.string()),
  upstreamCode: z.optional(z.string()),
  field: z.optional(z.string()),
  clockAheadSeconds: z.optional(z.number()),
  retryAfterSeconds: z.optional(z.number()),
  right: z.optional(z.enum(RIGHT_NAMES)),
  signedInAs: z.optional(z.string()),
  whomToAsk: z.optional(wordsSchema),
});

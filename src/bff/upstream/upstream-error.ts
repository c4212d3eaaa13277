import { BffError, type BffErrorCode, type BffErrorParts } from "#bff/http/bff-error.ts";

export interface UpstreamErrorParts extends BffErrorParts {
  /** The HTTP status that the upstream answered with, if it answered. */
  readonly upstreamStatus?: number | undefined;
  /** True where the same request may succeed a moment later. */
  readonly retriable?: boolean;
}

/** An upstream call that did not give what was asked. */
export class UpstreamError extends BffError {
  override readonly name = "UpstreamError";
  override readonly parts: UpstreamErrorParts;

  constructor(code: BffErrorCode, parts: UpstreamErrorParts = {}) {
    super(code, parts);
    this.parts = parts;
  }
}

/** True for an upstream call that came too soon after others. */
export function isThrottled(error: unknown): error is UpstreamError {
  return error instanceof UpstreamError && error.code === "upstream_throttled";
}

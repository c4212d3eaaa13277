import { UPSTREAM_ERRORS, type UpstreamErrorCode } from "#contract/upstream/error-codes.ts";

const MOST_CHARS = 500;

/** A refusal in the provider's own words. */
export class WireError extends Error {
  readonly code: UpstreamErrorCode;
  readonly status: number;

  /** `words` fill in the `%s` of the code's message, in order. */
  constructor(code: UpstreamErrorCode, ...words: readonly string[]) {
    const { status, message } = UPSTREAM_ERRORS[code];
    // What is repeated of a request is repeated in short.
    const rest = words.map((word) =>
      word.length > MOST_CHARS ? `${word.slice(0, MOST_CHARS)}…` : word,
    );
    super(message.replace(/%s/g, () => rest.shift() ?? "").trim());
    this.name = "WireError";
    this.code = code;
    this.status = status;
  }
}

/**
 * Who refuses: the gateway in front of the service, which knows keys, signatures and operations,
 * or the service, which knows parameters. Their bodies differ.
 */
export type Refuser = "gateway" | "service";

export function errorBody(
  error: WireError,
  requestId: string,
  refuser: Refuser,
  host: string,
): Record<string, unknown> {
  const { code, message, status } = error;
  if (refuser === "service")
    return { Code: code, Message: message, RequestId: requestId, HttpStatusCode: status };
  return {
    RequestId: requestId,
    Message: message,
    Recommend: `https://api.aliyun.com/troubleshoot?q=${encodeURIComponent(code)}&product=CCC&requestId=${requestId}`,
    HostId: host,
    Code: code,
  };
}

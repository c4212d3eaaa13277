import type { Pool } from "undici";
import { API_VERSION, type Operation } from "#contract/upstream/envelope.ts";
import { signAcs3 } from "#signing/acs3.ts";
import type { CredentialsSource } from "./credentials.ts";
import type { RawReply } from "./read-envelope.ts";

export interface SendSignedDeps {
  readonly pool: Pool;
  /** As it goes on the wire. */
  readonly host: string;
  readonly credentials: CredentialsSource;
  readonly now: () => number;
  readonly nonce: () => string;
}

/**
 * One request, as the provider's own client sends it: a POST with every parameter in the query and
 * an empty body.
 */
export async function sendSigned(
  { pool, host, credentials, now, nonce }: SendSignedDeps,
  operation: Operation,
  params: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<RawReply> {
  const { url, headers } = signAcs3({
    method: "POST",
    host,
    query: params,
    action: operation,
    version: API_VERSION,
    credentials: await unlessAborted(credentials(), signal),
    now: now(),
    nonce: nonce(),
  });
  const response = await pool.request({ method: "POST", path: url, headers, signal });
  return {
    status: response.statusCode,
    contentType: oneHeader(response.headers["content-type"]),
    requestId: oneHeader(response.headers["x-acs-request-id"]),
    retryAfterMs: readRetryAfter(oneHeader(response.headers["x-acs-retry-after"])),
    text: await response.body.text(),
  };
}

/** Credentials may come over a network that hangs. */
async function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  let stop: () => void = () => undefined;
  const abortion = new Promise<never>((_resolve, reject) => {
    stop = () => reject(signal.reason);
  });
  signal.addEventListener("abort", stop, { once: true });
  try {
    return await Promise.race([promise, abortion]);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}

function oneHeader(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

function readRetryAfter(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

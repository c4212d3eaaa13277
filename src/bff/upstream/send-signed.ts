import { API_VERSION, type Operation } from "#contract/upstream/envelope.ts";
import { signAcs3 } from "#signing/acs3.ts";
import type { CredentialsSource } from "./credentials.ts";
import { readBody } from "./read-body.ts";
import type { RawReply } from "./read-envelope.ts";
import type { Transport } from "./transport.ts";

export interface SendSignedDeps {
  readonly transport: Transport;
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
  { transport, host, credentials, now, nonce }: SendSignedDeps,
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
  const reply = await transport.post(url, headers, signal);
  const header = (name: string) => oneHeader(reply.headers[name]);
  const sentAt = Date.parse(header("date") ?? "");
  return {
    status: reply.status,
    contentType: header("content-type"),
    requestId: header("x-acs-request-id"),
    retryAfterMs: readRetryAfter(header("x-acs-retry-after")),
    aheadMs: Number.isNaN(sentAt) ? undefined : now() - sentAt,
    text: await readBody(reply.body, header("content-encoding")),
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

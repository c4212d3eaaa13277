import { once } from "node:events";
import type { IncomingHttpHeaders } from "node:http";
import type { Readable } from "node:stream";
import { Agent, errors, request } from "undici";
import { BffError } from "#bff/http/bff-error.ts";
import { createPublicLookup, PrivateAddressError, type Resolve } from "./public-lookup.ts";
import { storageAddress, type StorageRules } from "./storage-address.ts";

/** An answer of the storage, its body not read. */
export interface StorageReply {
  /** 200, 206, 304 or 416. */
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Readable;
  /** Of the address, for its ending. */
  readonly path: string;
}

/** Where the recordings are. */
export interface Storage {
  /**
   * Fetches once: nothing is tried again, and no redirect followed.
   *
   * @param address as the upstream gave it
   * @throws BffError `storage_refused`, `recording_not_kept`, `storage_failed`; or the signal's reason
   */
  fetch(
    address: string,
    headers: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<StorageReply>;
  close(): Promise<void>;
}

export interface StorageDeps extends StorageRules {
  readonly timeoutMs: number;
  /** Absent: the system's own. */
  readonly resolve?: Resolve | undefined;
}

const ANSWERS: readonly number[] = [200, 206, 304, 416];

export function createStorage({ timeoutMs, resolve, ...rules }: StorageDeps): Storage {
  const times = { headersTimeout: timeoutMs, bodyTimeout: timeoutMs };
  const lookup = createPublicLookup(resolve);
  const outside = new Agent({ ...times, connect: { lookup, timeout: timeoutMs } });
  const own = new Agent({ ...times, connect: { timeout: timeoutMs } });
  return {
    async fetch(address, headers, signal) {
      const { url, isOwn } = storageAddress(address, rules);
      const reply = await send(url, {
        dispatcher: isOwn ? own : outside,
        headers: { ...headers, "accept-encoding": "identity" },
        signal,
      });
      const { statusCode: status, body } = reply;
      const isPacked = (reply.headers["content-encoding"] ?? "identity") !== "identity";
      if (ANSWERS.includes(status) && !isPacked) {
        // What fails before its first byte can still be told as what it is.
        if (hasBytes(status, reply.headers)) await begun(body, signal);
        return { status, headers: reply.headers, body, path: url.pathname };
      }
      // What it says may hold the address.
      body.on("error", () => undefined).destroy();
      throw refusalOf(status);
    },
    close: async () => void (await Promise.all([outside.destroy(), own.destroy()])),
  };
}

const hasBytes = (status: number, headers: IncomingHttpHeaders) =>
  (status === 200 || status === 206) && headers["content-length"] !== "0";

/** @throws BffError `storage_failed`; the signal's reason */
async function begun(body: Readable, signal: AbortSignal): Promise<void> {
  try {
    await once(body, "readable");
  } catch (error) {
    signal.throwIfAborted();
    throw storageFailed(error);
  }
}

type SendOptions = Parameters<typeof request>[1] & { readonly signal: AbortSignal };

/** Without the error's own words and cause: some of them hold the address. */
async function send(url: URL, options: SendOptions) {
  try {
    return await request(url, options);
  } catch (error) {
    options.signal.throwIfAborted();
    if (error instanceof PrivateAddressError)
      throw new BffError("storage_refused", {
        detail: "The name of the storage leads to an address that is not public.",
      });
    throw storageFailed(error);
  }
}

function storageFailed(error: unknown): BffError {
  const isLate =
    error instanceof errors.HeadersTimeoutError || error instanceof errors.BodyTimeoutError;
  const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
  return new BffError("storage_failed", {
    detail: `The storage cannot be read (${code}).`,
    ...(isLate && { status: 504 }),
  });
}

function refusalOf(status: number): BffError {
  const detail = `The storage's HTTP status was ${status}.`;
  if (status === 404 || status === 410) return new BffError("recording_not_kept", { detail });
  if (status === 401 || status === 403) return new BffError("storage_refused", { detail });
  // Wherever it leads, it is not where it was looked at.
  if (status >= 300 && status < 400)
    return new BffError("storage_refused", { detail: "The storage leads elsewhere." });
  return new BffError("storage_failed", { detail });
}

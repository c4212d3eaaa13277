import { randomUUID } from "node:crypto";
import { Pool } from "undici";
import { API_VERSION } from "#contract/upstream/envelope.ts";
import { signAcs3 } from "#signing/acs3.ts";

export const BENCH_CREDENTIALS = {
  accessKeyId: "bench-key-id",
  accessKeySecret: "bench-key-secret",
};

export type Params = Readonly<Record<string, string>>;

export interface WirePage {
  readonly TotalCount: number;
  readonly List: readonly Readonly<Record<string, unknown>>[];
}

/** A client of the embedded upstream, as the BFF is one: signed requests over kept connections. */
export interface SignedClient {
  /** `ListCallDetailRecords`, of the instance; what is missing is added. */
  list(params: Params): Promise<WirePage>;
  /** Another operation. */
  call(action: string, params: Params): Promise<WirePage>;
  close(): Promise<void>;
}

/** @throws Error from `list` and `call` on any answer that is not OK: a bench must not time errors */
export function createSignedClient(
  url: string,
  { instance, connections }: { readonly instance: string; readonly connections: number },
): SignedClient {
  const pool = new Pool(url, { connections });
  const { host } = new URL(url);
  const call: SignedClient["call"] = async (action, query) => {
    const signed = signAcs3({
      method: "POST",
      host,
      query,
      action,
      version: API_VERSION,
      credentials: BENCH_CREDENTIALS,
      now: Date.now(),
      nonce: randomUUID(),
    });
    const reply = await pool.request({
      method: "POST",
      path: signed.url,
      headers: signed.headers,
    });
    const text = await reply.body.text();
    if (reply.statusCode !== 200) throw new Error(`${reply.statusCode}: ${text.slice(0, 300)}`);
    return JSON.parse(text).Data;
  };
  return {
    call,
    list: (params) =>
      call("ListCallDetailRecords", {
        InstanceId: instance,
        PageNumber: "1",
        PageSize: "100",
        ...params,
      }),
    close: () => pool.close(),
  };
}

import { randomUUID } from "node:crypto";
import { API_VERSION } from "#contract/upstream/envelope.ts";
import { signAcs3, type SignedRequest } from "#signing/acs3.ts";
import { startUpstreamServer, type UpstreamServerDeps } from "./upstream-server.ts";

/** For tests: a client that signs as the provider's do, and an upstream that knows its key. */
export const TEST_KEY = { accessKeyId: "LTAItestkey", accessKeySecret: "test-secret" };

export interface TestReply {
  readonly status: number;
  readonly headers: Headers;
  // Tests look into whatever came.
  // eslint-disable-next-line typescript/no-explicit-any
  readonly body: any;
}

export interface TestUpstream {
  readonly url: string;
  sign(
    params: Readonly<Record<string, string>>,
    changes?: Partial<Parameters<typeof signAcs3>[0]>,
  ): SignedRequest;
  send(signed: SignedRequest, init?: RequestInit): Promise<TestReply>;
  /** Signs and sends `ListCallDetailRecords`, or another operation. */
  call(params: Readonly<Record<string, string>>, action?: string): Promise<TestReply>;
  close(): Promise<void>;
}

export async function startTestUpstream(
  deps: Pick<UpstreamServerDeps, "store"> & Partial<UpstreamServerDeps>,
): Promise<TestUpstream> {
  const { now = Date.now } = deps;
  const upstream = await startUpstreamServer({
    accessKeys: [TEST_KEY],
    timeZone: "Asia/Shanghai",
    ...deps,
  });
  const { host } = new URL(upstream.url);
  const self: TestUpstream = {
    url: upstream.url,
    sign: (query, changes = {}) =>
      signAcs3({
        method: "POST",
        host,
        query,
        action: "ListCallDetailRecords",
        version: API_VERSION,
        credentials: TEST_KEY,
        now: now(),
        nonce: randomUUID(),
        ...changes,
      }),
    async send(signed, init = {}) {
      // fetch sets the host itself, to the same value.
      const { host: _host, ...headers } = signed.headers;
      const reply = await fetch(upstream.url + signed.url, { method: "POST", headers, ...init });
      const text = await reply.text();
      return {
        status: reply.status,
        headers: reply.headers,
        body: text === "" ? undefined : JSON.parse(text),
      };
    },
    call: (params, action = "ListCallDetailRecords") => self.send(self.sign(params, { action })),
    close: () => upstream.close(),
  };
  return self;
}

import { setMaxListeners } from "node:events";
import { TEST_CREDENTIALS } from "#bff/bff.kit.ts";
import type { Asking, CallReader } from "#bff/calls/call-reader.ts";
import { createCallReader } from "#bff/calls/create-call-reader.ts";
import { createUpstreamLimiter } from "#bff/calls/upstream-limiter.ts";
import { createDurationReader } from "#bff/durations/duration-reader.ts";
import { createStaticCredentials } from "#bff/upstream/credentials.ts";
import { createUpstreamClient } from "#bff/upstream/upstream-client.ts";
import { createArrayStore } from "#upstream/store/array-store.kit.ts";
import type { CreateTestStore, TestRecord } from "#upstream/store/test-store.kit.ts";
import { startUpstreamServer } from "#upstream/upstream-server.ts";
import { callsInHand, type CallsInHand } from "./calls-in-hand.ts";
import type { Line, Tell } from "./lines.ts";

/** The instance of the calls of {@link withCalls}. */
export const INSTANCE = "ccc-test";

export interface TestCalls {
  readonly calls: CallsInHand;
  readonly reader: CallReader;
  readonly asking: Omit<Asking, "purpose">;
  /** Upstream calls so far. */
  readonly spent: () => number;
}

/**
 * For tests: all of these calls in hand, before a real upstream over a store of them. They start
 * between 0 and `end`, ms.
 */
export async function withCalls(
  data: readonly TestRecord[],
  end: number,
  ask: (test: TestCalls) => Promise<void>,
  createStore: CreateTestStore = createArrayStore,
): Promise<void> {
  const store = await createStore(data);
  const { url, close } = await startUpstreamServer({
    store,
    accessKeys: [TEST_CREDENTIALS],
    timeZone: "Asia/Shanghai",
  });
  const upstream = createUpstreamClient({
    endpoint: url,
    credentials: createStaticCredentials(TEST_CREDENTIALS),
    timeoutMs: 20_000,
    concurrency: 8,
  });
  const limiter = createUpstreamLimiter({ concurrency: 8 });
  const { signal } = new AbortController();
  setMaxListeners(0, signal);
  let spent = 0;
  const onSpent = (one: { readonly calls: number }) => {
    spent += one.calls;
  };
  try {
    const reader = createDurationReader({
      reader: createCallReader({ upstream, limiter, cacheBytes: 20_000_000 }),
      readings: { run: (_wanted, read) => read(() => undefined) },
    });
    const set = { instance: INSTANCE, range: { from: 0, to: end }, criteria: {}, asOf: end };
    const asking = { rights: "", signal, onSpent };
    const calls = callsInHand(reader, set, data.length, asking);
    await ask({ calls, reader, asking, spent: () => spent });
  } finally {
    await limiter.close();
    await upstream.close();
    await close();
    await store.close();
  }
}

/** What a plan tells of its question, but for the end, which names the plan. */
export async function told(answer: (tell: Tell) => Promise<void> | void): Promise<readonly Line[]> {
  const lines: Line[] = [];
  await answer((line) => lines.push(line));
  return lines.filter((line) => !("end" in line));
}
